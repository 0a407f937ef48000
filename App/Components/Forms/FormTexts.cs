namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>Names the texts of the forms: the fields' labels and hints, and what is said around them.</summary>
public sealed class FormTexts;
