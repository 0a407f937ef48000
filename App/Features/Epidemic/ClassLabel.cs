namespace CovidSchoolReporting.App.Features.Epidemic;

/// <summary>A class as people read it.</summary>
public static class ClassLabel
{
    /// <summary>«1 B» stays as it is; a group of a service for 0 to 6 years, whose name stands in class and section alike, is said once.</summary>
    public static string Of(string classKey)
    {
        var middle = classKey.Length / 2;
        return classKey.Length % 2 == 1 && classKey[middle] == ' ' && classKey[..middle] == classKey[(middle + 1)..] ? classKey[..middle] : classKey;
    }
}
