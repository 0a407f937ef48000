namespace CovidSchoolReporting.Domain.Decisions;

/// <summary>What is decided about one contact.</summary>
/// <param name="SeenVersion">The decision that the screen showed when it was made; 0 when there was none.</param>
/// <param name="OwnEnd">Last day of the measure in place of the policy's; only for a close contact, and never without a reason.</param>
public sealed record DecisionTerms(int ContactId, int SeenVersion, ContactStatus Status, DateOnly? OwnEnd, string? Reason);

/// <summary>A contact as the operator saw it when deciding.</summary>
/// <param name="SeenVersion">The decision that the screen showed; 0 for none.</param>
public sealed record SeenContact(int ContactId, int SeenVersion);

/// <summary>A contact with the proposal that the operator accepts.</summary>
/// <param name="SeenVersion">The decision that the screen showed; 0 for none.</param>
/// <param name="Status">The proposal that the screen showed; null for «da decidere».</param>
public sealed record SeenProposal(int ContactId, int SeenVersion, ContactStatus? Status);
