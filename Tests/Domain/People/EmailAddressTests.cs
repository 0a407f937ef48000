using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Tests.Domain.People;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("referente@scuola.example")]
    [InlineData("  referente@scuola.example ")]
    [InlineData("MIIC800001@ISTRUZIONE.IT")]
    [InlineData("nome.cognome+covid@ic-lodi.edu.it")]
    [InlineData("o'neil@scuola.example")]
    [InlineData("a@b.it")]
    [InlineData("segreteria@città.example")]
    public void IsValid_UsualAddress_IsTrue(string text) => Assert.True(EmailAddress.IsValid(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("referente")]
    [InlineData("referente@")]
    [InlineData("@scuola.example")]
    [InlineData("referente@scuola")]
    [InlineData("referente@scuola.")]
    [InlineData("referente@.example")]
    [InlineData("referente@scuola..example")]
    [InlineData("referente@scuola.e")]
    [InlineData("referente@-scuola.example")]
    [InlineData("referente@192.168.1.1")]
    [InlineData("referente@[192.168.1.1]")]
    [InlineData("re ferente@scuola.example")]
    [InlineData("referente@scuola .example")]
    [InlineData("a@b@scuola.example")]
    [InlineData("a@x.it, b@x.it")]
    [InlineData("a@x.it;b@x.it")]
    [InlineData("Referente <referente@scuola.example>")]
    [InlineData(".referente@scuola.example")]
    [InlineData("referente.@scuola.example")]
    [InlineData("refe..rente@scuola.example")]
    [InlineData("\"refe rente\"@scuola.example")]
    [InlineData("referente@scuola.example\r\nBcc: b@x.it")]
    [InlineData("refe\u0000rente@scuola.example")]
    public void IsValid_NoAddress_IsFalse(string? text) => Assert.False(EmailAddress.IsValid(text));

    [Fact]
    public void IsValid_AtTheLimit_CountsCharacters()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 59), 3)) + "." + new string('e', 7) + ".it";
        var longest = new string('a', 63) + "@" + domain;
        Assert.Equal(EmailAddress.MaxLength, longest.Length);

        Assert.True(EmailAddress.IsValid(longest));
        Assert.False(EmailAddress.IsValid("a" + longest));
    }
}
