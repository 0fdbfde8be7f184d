"""Requirements to GAMP category, with quoted evidence."""
