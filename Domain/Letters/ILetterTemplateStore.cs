using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>Where the templates of letters are kept, every version of them.</summary>
public interface ILetterTemplateStore
{
    /// <summary>The newest version of each kind and language, those out of use too.</summary>
    Task<IReadOnlyList<LetterTemplate>> NewestAsync(CancellationToken cancellationToken);

    /// <summary>Adds a version.</summary>
    /// <returns>False when that version is there already: somebody else was first.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    Task<bool> AddAsync(LetterTemplate version, CancellationToken cancellationToken);
}
