using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Lists;

namespace CovidSchoolReporting.Tests.Components.Lists;

public sealed class AddressWordsTests
{
    [Theory]
    [InlineData("http://localhost/casi?dopo=12&stato=aperti#contenuto", 12)]
    [InlineData("/casi?stato=aperti", null)]
    [InlineData("/casi", null)]
    [InlineData("", null)]
    [InlineData("/casi?dopo=dodici", null)]
    [InlineData("/casi?dopo=-1", null)]
    [InlineData("/casi?dopo=99999999999", null)]
    public void Anchor_OfAnAddress_IsItsRowOrNone(string address, int? after) =>
        Assert.Equal(after is { } id ? PageAnchor.After(id) : null, new AddressWords(address).Anchor("dopo", "prima"));

    [Fact]
    public void Word_WithAFragmentBehindIt_StandsAlone() =>
        Assert.Equal("aperti", new AddressWords("/casi?stato=aperti#contenuto").Word("stato"));
}
