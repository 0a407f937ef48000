using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.Domain.Agency.Queue;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>Says what became of a command on many reports: how many were done, and why the others were not.</summary>
internal sealed record BatchMessage(NoticeKind Kind, string Says)
{
    public static BatchMessage OfTaking(IStringLocalizer<QueueTexts> Text, BatchOutcome outcome) =>
        Of(Text, outcome, outcome.Done switch
        {
            0 => Text["TakenNone"],
            1 => Text["TakenOne"],
            var done => Text["TakenMany", done],
        });

    public static BatchMessage OfAssigning(IStringLocalizer<QueueTexts> Text, BatchOutcome outcome, string name) =>
        Of(Text, outcome, outcome.Done switch
        {
            0 => Text["AssignedNone", name],
            1 => Text["AssignedOne", name],
            var done => Text["AssignedMany", done, name],
        });

    private static BatchMessage Of(IStringLocalizer<QueueTexts> Text, BatchOutcome outcome, string done)
    {
        var kind = outcome.NotSaved > 0 ? NoticeKind.Error : outcome.IsWhole ? NoticeKind.Success : NoticeKind.Warning;
        return new BatchMessage(kind, string.Join(' ', Parts()));

        IEnumerable<string> Parts()
        {
            yield return done;
            foreach (var held in outcome.Held)
            {
                yield return held.Count == 1 ? Text["HeldOne", held.ByName] : Text["HeldMany", held.Count, held.ByName];
            }

            if (outcome.NotTheirs > 0)
            {
                yield return outcome.NotTheirs == 1 ? Text["NotTheirsOne"] : Text["NotTheirsMany", outcome.NotTheirs];
            }

            if (outcome.NotThere > 0)
            {
                yield return outcome.NotThere == 1 ? Text["NotThereOne"] : Text["NotThereMany", outcome.NotThere];
            }

            if (outcome.NotSaved > 0)
            {
                yield return outcome.NotSaved == 1 ? Text["NotSavedOne"] : Text["NotSavedMany", outcome.NotSaved];
            }
        }
    }
}
