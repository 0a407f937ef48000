namespace CovidSchoolReporting.Domain.Rules;

/// <summary>The names of the rules of a report. A confirmed warning is stored under its name, so names do not change.</summary>
public static class RuleCodes
{
    public const string Required = nameof(Required);
    public const string TooLong = nameof(TooLong);
    public const string ForbiddenCharacters = nameof(ForbiddenCharacters);
    public const string NotAName = nameof(NotAName);
    public const string NotADate = nameof(NotADate);
    public const string NotAPhone = nameof(NotAPhone);
    public const string NotAnEmail = nameof(NotAnEmail);
    public const string NotAMunicipality = nameof(NotAMunicipality);
    public const string MunicipalityOutsideTerritory = nameof(MunicipalityOutsideTerritory);
    public const string SchoolNotOfInstitute = nameof(SchoolNotOfInstitute);
    public const string NotASite = nameof(NotASite);

    public const string PolicySource = nameof(PolicySource);
    public const string PolicyClusterCases = nameof(PolicyClusterCases);
    public const string PolicyCount = nameof(PolicyCount);
    public const string PolicyDayTaken = nameof(PolicyDayTaken);
    public const string PolicyBeforeInForce = nameof(PolicyBeforeInForce);
    public const string PolicyStartPassed = nameof(PolicyStartPassed);
    public const string PolicyNoEnd = nameof(PolicyNoEnd);
    public const string PolicyWithoutTestShorter = nameof(PolicyWithoutTestShorter);
    public const string PolicySymptomFreeLonger = nameof(PolicySymptomFreeLonger);
    public const string PolicyLongestShorter = nameof(PolicyLongestShorter);

    public const string LetterTitleField = nameof(LetterTitleField);
    public const string LetterUnknownField = nameof(LetterUnknownField);
    public const string LetterBrace = nameof(LetterBrace);
    public const string LetterUnprintable = nameof(LetterUnprintable);

    public const string LastDayInFuture = nameof(LastDayInFuture);
    public const string SwabInFuture = nameof(SwabInFuture);
    public const string OnsetInFuture = nameof(OnsetInFuture);
    public const string BirthInFuture = nameof(BirthInFuture);
    public const string BirthTooLongAgo = nameof(BirthTooLongAgo);
    public const string BornAfterEvent = nameof(BornAfterEvent);
    public const string PupilTooOld = nameof(PupilTooOld);
    public const string OperatorTooYoung = nameof(OperatorTooYoung);

    public const string LastContactRequired = nameof(LastContactRequired);
    public const string LastContactInFuture = nameof(LastContactInFuture);
    public const string LastContactOutsideWindow = nameof(LastContactOutsideWindow);
    public const string LastContactAfterLastDay = nameof(LastContactAfterLastDay);
    public const string NoContactDays = nameof(NoContactDays);
    public const string SameAsCase = nameof(SameAsCase);
    public const string SameAsContact = nameof(SameAsContact);
    public const string SameAsRow = nameof(SameAsRow);
    public const string SavedOtherwise = nameof(SavedOtherwise);
    public const string NotAChoice = nameof(NotAChoice);

    public const string GuideNoteMissing = nameof(GuideNoteMissing);

    public const string FiscalCodeFormat = nameof(FiscalCodeFormat);
    public const string FiscalCodeCheckLetter = nameof(FiscalCodeCheckLetter);
    public const string FiscalCodeImpossibleDate = nameof(FiscalCodeImpossibleDate);
    public const string FiscalCodeProvisionalCheck = nameof(FiscalCodeProvisionalCheck);
    public const string FiscalCodeBirthDate = nameof(FiscalCodeBirthDate);
    public const string FiscalCodeSex = nameof(FiscalCodeSex);
    public const string FiscalCodeSurname = nameof(FiscalCodeSurname);
    public const string FiscalCodeName = nameof(FiscalCodeName);
    public const string FiscalCodePlace = nameof(FiscalCodePlace);
    public const string FiscalCodePlaceNotThen = nameof(FiscalCodePlaceNotThen);
    public const string FiscalCodeReason = nameof(FiscalCodeReason);

    public const string NoContactsReason = nameof(NoContactsReason);

    public const string OwnEndBeforeContact = nameof(OwnEndBeforeContact);
    public const string OwnEndTooLate = nameof(OwnEndTooLate);
    public const string OwnEndReason = nameof(OwnEndReason);
    public const string OwnEndMissing = nameof(OwnEndMissing);
}
