namespace CovidSchoolReporting.Domain.People;

/// <summary>Sex as the registry office and the codice fiscale know it.</summary>
public enum Sex
{
    Male,
    Female,
}
