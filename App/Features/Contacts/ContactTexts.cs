namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Names the texts of these screens.</summary>
public sealed class ContactTexts;
