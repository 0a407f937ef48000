using System.Globalization;
using System.Runtime.CompilerServices;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>The portal speaks Italian unless told otherwise; so do its tests, on a machine of whatever language.</summary>
internal static class ItalianByDefault
{
    [ModuleInitializer]
    internal static void Set()
    {
        CultureInfo.DefaultThreadCurrentCulture = new CultureInfo("it-IT");
        CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("it-IT");
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture;
    }
}
