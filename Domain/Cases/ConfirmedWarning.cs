namespace CovidSchoolReporting.Domain.Cases;

/// <summary>A warning that the user saw, judged right all the same, and that stays with the record for the agency to read.</summary>
/// <param name="Code">Which rule warned: see <see cref="Rules.RuleCodes"/>.</param>
/// <param name="Field">The field of the draft that it was about.</param>
/// <param name="Reason">Why, in the user's words, where the rule asks for it.</param>
public sealed record ConfirmedWarning(string Code, string Field, string? Reason);
