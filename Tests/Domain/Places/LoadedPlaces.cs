using CovidSchoolReporting.Domain.Places;

namespace CovidSchoolReporting.Tests.Domain.Places;

/// <summary>The register as it ships, loaded once for all tests: it is immutable.</summary>
internal static class LoadedPlaces
{
    private static readonly Lazy<PlaceRegister> _register = new(PlaceRegister.Load);

    public static PlaceRegister Register => _register.Value;
}
