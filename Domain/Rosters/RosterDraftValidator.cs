using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Time;
using FluentValidation;

namespace CovidSchoolReporting.Domain.Rosters;

/// <summary>What the rules of a roster must know beside the row: the institute's plessi, and the list that the row stands in.</summary>
/// <param name="Chosen">The plesso of the rows that name none; null when each must name its own.</param>
public sealed record RosterSetting(IReadOnlyList<SiteChoice> Sites, SiteChoice? Chosen)
{
    /// <inheritdoc cref="ContactSetting.EarlierRow"/>
    public Func<PersonIdentity, int?>? EarlierRow { get; init; }

    /// <summary>The plesso that a row means, or null.</summary>
    public SiteChoice? SiteOf(RosterDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.SchoolSite))
        {
            return Chosen;
        }

        var key = LatinLetters.SearchKey(draft.SchoolSite);
        return Sites.Where(site => LatinLetters.SearchKey(site.Name) == key).ToList() is [var site] ? site : null;
    }
}

/// <summary>
/// The rules of a person in a roster: those of a contact, but a school may know less of its people than a report needs. What is
/// missing is asked for when the person becomes a contact; what is written must be right already here.
/// </summary>
public sealed class RosterDraftValidator : PersonDraftValidator<RosterDraft>
{
    public RosterDraftValidator(PortalClock clock, PlaceRegister places)
        : base(clock, places, Knowledge.MayHaveGaps)
    {
        RuleFor(d => d.Address).IsPlainText(FieldLimits.Address);
        RuleFor(d => d.SchoolSite).Custom(CheckSite);
        RuleFor(d => d.Surname).Custom((_, context) => WarnOfSamePerson(context));
    }

    /// <summary>All that the rules find in a row, in the order of the fields' rules.</summary>
    public IReadOnlyList<Finding> Check(RosterDraft draft, RosterSetting setting) => base.Check(draft, setting);

    /// <summary>Who is meant, or null while that cannot be told. Staff may stand in several classes, and count once in each.</summary>
    public PersonIdentity? IdentityOf(RosterDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Surname) || string.IsNullOrWhiteSpace(draft.Name))
        {
            return null;
        }

        var inClass = draft.Role is null or PersonRole.Pupil
            ? ""
            : $"{draft.SchoolSite.Trim()}\n{new RosterPlace(0, draft.ClassName, draft.Section).Key}";
        return new PersonIdentity(
            PersonSearch.FiscalCodeKey(draft.FiscalCode) is { } code ? code + inClass : null,
            PersonSearch.Key(draft.Surname, draft.Name) + inClass,
            Day(draft.BirthDate));
    }

    private void CheckSite(string typed, ValidationContext<RosterDraft> context)
    {
        if (Setting<RosterSetting>(context).SiteOf(context.InstanceToValidate) is null)
        {
            var code = string.IsNullOrWhiteSpace(typed) ? RuleCodes.Required : RuleCodes.NotASite;
            Add(context, nameof(RosterDraft.SchoolSite), code, FindingWeight.Error);
        }
    }

    private void WarnOfSamePerson(ValidationContext<RosterDraft> context)
    {
        if (IdentityOf(context.InstanceToValidate) is { } identity
            && Setting<RosterSetting>(context).EarlierRow?.Invoke(identity) is { } row)
        {
            Add(context, nameof(RosterDraft.Surname), RuleCodes.SameAsRow, FindingWeight.Warning, row);
        }
    }
}
