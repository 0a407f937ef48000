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

/// <summary>Messages are in English: registrations come from the command line, which speaks to the people who run the portal.</summary>
public sealed class UserRegistrationValidator : AbstractValidator<UserRegistration>
{
    public UserRegistrationValidator()
    {
        RuleFor(r => r.Email).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("the e-mail address is missing")
            .MaximumLength(EmailAddress.MaxLength)
            .WithMessage($"the e-mail address is longer than {EmailAddress.MaxLength} characters")
            .Must(EmailAddress.IsValid).WithMessage("the e-mail address '{PropertyValue}' is not valid");
        RuleFor(r => r.DisplayName).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("the name is missing")
            .MaximumLength(PortalUser.DisplayNameMaxLength)
            .WithMessage($"the name is longer than {PortalUser.DisplayNameMaxLength} characters")
            .Must(name => !name.Any(char.IsControl)).WithMessage("the name holds control characters");
        RuleFor(r => r.InstituteCode).NotEmpty().When(r => r.IsSchool)
            .WithMessage("a head teacher or a referent needs the code of an institute");
        RuleFor(r => r.InstituteCode).Empty().When(r => !r.IsSchool)
            .WithMessage("only a head teacher or a referent has an institute");
        RuleFor(r => r.Territories).NotEmpty().When(r => r.Role is Role.AgencyOperator)
            .WithMessage("an operator needs a territory: MI, LO or both");
        RuleFor(r => r.Territories).Empty().When(r => r.Role is not Role.AgencyOperator)
            .WithMessage("only an operator has territories");
    }
}
