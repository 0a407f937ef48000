using CovidSchoolReporting.Domain.People;
using FluentValidation;

namespace CovidSchoolReporting.Domain.Access;

/// <summary>What an administrator gives to let a person in: a draft, checked by <see cref="UserRegistrationValidator"/>.</summary>
/// <param name="InstituteCode">Code of the institute, for a head teacher or a referent only.</param>
/// <param name="Territories">For an agency operator only.</param>
public sealed record UserRegistration(
    string Email, string DisplayName, Role Role, string? InstituteCode, IReadOnlySet<Territory> Territories)
{
    public bool IsSchool => Role.IsSchool();
}

/// <summary>
/// Messages are in English, for the command line, which speaks to the people who run the portal; the screens have a sentence of their own
/// for each <see cref="UserFault"/>.
/// </summary>
public sealed class UserRegistrationValidator : AbstractValidator<UserRegistration>
{
    public UserRegistrationValidator()
    {
        RuleFor(r => r.Email).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("the e-mail address is missing").WithErrorCode(nameof(UserFault.EmailMissing))
            .MaximumLength(EmailAddress.MaxLength)
            .WithMessage($"the e-mail address is longer than {EmailAddress.MaxLength} characters").WithErrorCode(nameof(UserFault.EmailTooLong))
            .Must(EmailAddress.IsValid)
            .WithMessage("the e-mail address '{PropertyValue}' is not valid").WithErrorCode(nameof(UserFault.EmailInvalid));
        RuleFor(r => r.DisplayName).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("the name is missing").WithErrorCode(nameof(UserFault.NameMissing))
            .MaximumLength(PortalUser.DisplayNameMaxLength)
            .WithMessage($"the name is longer than {PortalUser.DisplayNameMaxLength} characters").WithErrorCode(nameof(UserFault.NameTooLong))
            .Must(name => !name.Any(char.IsControl))
            .WithMessage("the name holds control characters").WithErrorCode(nameof(UserFault.NameForbidden));
        RuleFor(r => r.InstituteCode).NotEmpty().When(r => r.IsSchool)
            .WithMessage("a head teacher or a referent needs the code of an institute").WithErrorCode(nameof(UserFault.InstituteMissing));
        RuleFor(r => r.InstituteCode).Empty().When(r => !r.IsSchool)
            .WithMessage("only a head teacher or a referent has an institute").WithErrorCode(nameof(UserFault.InstituteUnwanted));
        RuleFor(r => r.Territories).NotEmpty().When(r => r.Role is Role.AgencyOperator)
            .WithMessage("an operator needs a territory: MI, LO or both").WithErrorCode(nameof(UserFault.TerritoryMissing));
        RuleFor(r => r.Territories).Empty().When(r => r.Role is not Role.AgencyOperator)
            .WithMessage("only an operator has territories").WithErrorCode(nameof(UserFault.TerritoryUnwanted));
    }

    /// <summary>Everything that is wrong with the values themselves; whether they fit the records is asked there.</summary>
    public IReadOnlyList<UserFinding> Judge(UserRegistration registration) =>
        [.. Validate(registration).Errors.Select(e => new UserFinding(e.PropertyName, Enum.Parse<UserFault>(e.ErrorCode), e.ErrorMessage))];
}
