// Package store keeps vehicles by means of gorm.
package store

import (
	"context"

	"gorm.io/gorm"
)

// Vehicle belongs to one company.
type Vehicle struct {
	ID        string `gorm:"primaryKey" json:"id"`
	TenantID  string `json:"tenant_id"`
	Place     string `json:"place"`
	UpdatedBy string `json:"updated_by"`
}

// Vehicles is the table.
type Vehicles struct{ db *gorm.DB }

// New returns the table in db.
func New(db *gorm.DB) *Vehicles { return &Vehicles{db} }

func found(tx *gorm.DB) error {
	if tx.Error == nil && tx.RowsAffected == 0 {
		return gorm.ErrRecordNotFound
	}
	return tx.Error
}

// Create adds a vehicle.
func (s *Vehicles) Create(ctx context.Context, v *Vehicle) error {
	return s.db.WithContext(ctx).Create(v).Error
}

// OfTenant finds all that the company has.
func (s *Vehicles) OfTenant(ctx context.Context, tenant string) (all []Vehicle, err error) {
	err = s.db.WithContext(ctx).Where("tenant_id = ?", tenant).Find(&all).Error
	return all, err
}

// Get finds any company's vehicle.
func (s *Vehicles) Get(ctx context.Context, id string) (*Vehicle, error) {
	v := new(Vehicle)
	err := s.db.WithContext(ctx).Where("id = ?", id).First(v).Error
	return v, err
}

// GetOf finds a vehicle of the company's.
func (s *Vehicles) GetOf(ctx context.Context, tenant, id string) (*Vehicle, error) {
	v := new(Vehicle)
	err := s.db.WithContext(ctx).Where("id = ? AND tenant_id = ?", id, tenant).First(v).Error
	return v, err
}

// Move moves any company's vehicle.
func (s *Vehicles) Move(ctx context.Context, id, place, by string) error {
	return found(s.db.WithContext(ctx).Model(&Vehicle{}).Where("id = ?", id).
		Updates(map[string]any{"place": place, "updated_by": by}))
}

// MoveOf moves a vehicle of the company's.
func (s *Vehicles) MoveOf(ctx context.Context, tenant, id, place string) error {
	return found(s.db.WithContext(ctx).Model(&Vehicle{}).Where("id = ?", id).Where("tenant_id = ?", tenant).
		Update("place", place))
}

// Save writes a vehicle that was loaded before.
func (s *Vehicles) Save(ctx context.Context, v *Vehicle) error {
	return s.db.WithContext(ctx).Save(v).Error
}

// Delete deletes any company's vehicle.
func (s *Vehicles) Delete(ctx context.Context, id string) error {
	return found(s.db.WithContext(ctx).Delete(&Vehicle{}, "id = ?", id))
}

// DeleteOf deletes a vehicle of the company's.
func (s *Vehicles) DeleteOf(ctx context.Context, tenant, id string) error {
	return found(s.db.WithContext(ctx).Where(&Vehicle{TenantID: tenant, ID: id}).Delete(&Vehicle{}))
}
