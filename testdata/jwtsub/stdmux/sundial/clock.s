// The file is here so that functions may have no body.
