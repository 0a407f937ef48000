using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Tests.Domain.Access;

public sealed class PortalUserTests
{
    private static readonly DateTime Now = new(2020, 11, 25, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void YieldsTo_AnAdministratorWhoMaySignIn_DoesAndToNobodyElse()
    {
        var ada = Agency("ada", Role.AgencyAdministrator);
        var bea = Agency("bea", Role.AgencyAdministrator);
        var ugo = Agency("ugo", Role.AgencyOperator);
        var gone = Agency("gone", Role.AgencyAdministrator);
        gone.Disable(Now);

        Assert.True(ada.YieldsTo(bea));
        Assert.True(ugo.YieldsTo(ada));
        Assert.False(ada.YieldsTo(ada));
        Assert.False(ada.YieldsTo(gone));
        Assert.False(ada.YieldsTo(ugo));
        Assert.False(ada.YieldsTo(null));
    }

    private static PortalUser Agency(string name, Role role) => PortalUser.RegisterAgency(
        $"{name}@ats.example", name, role, role is Role.AgencyOperator ? [Territory.Milano] : Array.Empty<Territory>());
}
