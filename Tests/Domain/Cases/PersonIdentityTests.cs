using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Tests.Support;
using static CovidSchoolReporting.Tests.Domain.Cases.Rulebook;

namespace CovidSchoolReporting.Tests.Domain.Cases;

public sealed class PersonIdentityTests
{
    private static readonly DateOnly _born = new(2009, 3, 31);

    [Fact]
    public void IsSameAs_TwoCodes_DecideAlone()
    {
        var known = Person("Brambilla", "Giulia", _born, "BRMGLI09C71F205U");

        Assert.True(known.IsSameAs(Person("Altro", "Nome", null, "BRMGLIL9C7MF2L5A")));
        Assert.False(known.IsSameAs(Person("Brambilla", "Giulia", _born, Drafts.MarioRossi)));
    }

    [Fact]
    public void IsSameAs_OneCodeMissing_NameAndBirthDateDecide()
    {
        var known = Person("Brambilla", "Giulia", _born, "BRMGLI09C71F205U");

        Assert.True(known.IsSameAs(Person("BRAMBILLA", "giulia", _born)));
        Assert.True(Person("BRAMBILLA", "giulia", _born).IsSameAs(known));
        Assert.False(known.IsSameAs(Person("Brambilla", "Giulia", _born.AddDays(1))));
        Assert.False(known.IsSameAs(Person("Brambilla", "Giulio", _born)));
    }

    [Fact]
    public void IsSameAs_BirthDatesUnknown_SaysNothing() =>
        Assert.False(Person("Brambilla", "Giulia", null).IsSameAs(Person("Brambilla", "Giulia", null)));

    [Fact]
    public void Of_StoredPerson_CarriesTheDecodedCodeAndTheNameKey()
    {
        var stored = Entities.OpenCase(d =>
        {
            (d.Surname, d.Name, d.BirthDate) = ("Brambilla", "Giulia", "31/03/2009");
            d.HasCode("brm gli l9c7m f2l5a");
        });

        Assert.Equal(new PersonIdentity("BRMGLI09C71F205U", "BRAMBILLA GIULIA", _born), PersonIdentity.Of(stored));
    }
}
