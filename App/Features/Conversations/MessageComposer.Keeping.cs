using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.App.Features.Conversations;

/// <summary>How what is half typed is kept, and found again.</summary>
public partial class MessageComposer
{
    protected override bool HasWritten => _text.Length > 0;

    protected override string ContentOf(Guid tab) => new TextDraft(tab, _text).Write();

    protected override void Show(StoredDraft? stored)
    {
        var kept = stored is null ? null : TextDraft.Read(stored)?.Text;
        _text = kept?.ReplaceLineEndings("\n").Trim() == LastWritten ? "" : kept ?? "";
    }
}
