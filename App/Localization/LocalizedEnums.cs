using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Localization;

public static class LocalizedEnums
{
    /// <summary>The word for a value of an enumeration: the key is <c>EnumName_Value</c>.</summary>
    public static string Of<TEnum>(this IStringLocalizer texts, TEnum value) where TEnum : struct, Enum =>
        texts[$"{typeof(TEnum).Name}_{value}"];
}
