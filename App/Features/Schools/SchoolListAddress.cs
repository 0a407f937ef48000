using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Infrastructure.Schools;

namespace CovidSchoolReporting.App.Features.Schools;

/// <summary>The words of the list's address: <c>/ats/istituti?dopo=12</c>.</summary>
public static class SchoolListAddress
{
    public const string AfterKey = "dopo";
    public const string BeforeKey = "prima";

    private const string List = "/ats/istituti";

    public static SchoolListRequest Read(string address) => new(Anchor: new AddressWords(address).Anchor(AfterKey, BeforeKey));

    public static string Of(SchoolListRequest request) =>
        request.Anchor is { } anchor ? $"{List}?{(anchor.Backwards ? BeforeKey : AfterKey)}={anchor.Id}" : List;

    /// <summary>The address of one institute.</summary>
    public static string Of(int instituteId) => $"{List}/{instituteId}";
}
