using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.Tests.Domain.SavedDrafts;

public sealed class TextDraftTests
{
    private static readonly DateTime _at = new(2020, 11, 25, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Read_WhatWasWritten_GivesItBack()
    {
        var draft = new TextDraft(Guid.NewGuid(), "Due righe\n«così»");

        Assert.Equal(draft, TextDraft.Read(new StoredDraft(DraftKey.Message(7), draft.Write(), _at, 1)));
        Assert.Null(TextDraft.Read(new StoredDraft(DraftKey.OfCase(7), draft.Write(), _at, 1)));
        Assert.Null(TextDraft.Read(new StoredDraft(DraftKey.Message(7), "{", _at, 1)));
    }

    [Fact]
    public void With_FieldsOfAPageThatGoesAway_TakesItsTextUpToTheLimit()
    {
        var draft = new TextDraft(Guid.NewGuid(), "prima");

        Assert.Equal("dopo", draft.With(new Dictionary<string, string> { [TextDraft.Field] = "dopo", ["Surname"] = "Rossi" }).Text);
        Assert.Equal("prima", draft.With(new Dictionary<string, string> { ["Surname"] = "Rossi" }).Text);
        Assert.Equal(
            Message.TextMaxLength,
            draft.With(new Dictionary<string, string> { [TextDraft.Field] = new string('a', Message.TextMaxLength + 1) }).Text.Length);
    }
}
