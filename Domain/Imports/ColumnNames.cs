namespace CovidSchoolReporting.Domain.Imports;

/// <summary>What the headers of lists are called, in Italian and English.</summary>
internal static class ColumnNames
{
    /// <summary>Folded names; the first that a list has wins when several of its columns mean the same.</summary>
    private static readonly Dictionary<string, (ImportField Field, int Rank)> _names = new (ImportField Field, string[] Names)[]
    {
        (ImportField.Surname, ["Cognome", "Cognome alunno", "Cognome studente", "Cognome bambino", "Cognome docente", "Cognome contatto", "Cogn",
            "Surname", "Last name", "Family name", "Student surname"]),
        (ImportField.Name, ["Nome", "Nome alunno", "Nome studente", "Nome bambino", "Nome docente", "Nome contatto", "Nome proprio", "Nomi",
            "Name", "First name", "Given name", "Forename"]),
        (ImportField.FullName, ["Cognome e nome", "Nome e cognome", "Cognome nome alunno", "Cognome nome studente", "Cognome nome bambino",
            "Nome cognome alunno", "Nome cognome studente", "Nominativo", "Nominativo alunno", "Nominativo studente", "Alunno", "Alunna", "Alunni",
            "Alunno/a", "Studente", "Studenti", "Studentessa", "Bambino", "Bambini", "Docente", "Docenti", "Insegnante", "Persona", "Contatto",
            "Full name", "Surname and name", "Name and surname", "Student", "Student name", "Pupil", "Pupil name"]),
        (ImportField.FiscalCode, ["Codice fiscale", "Cod fiscale", "Cod fisc", "Codice fisc", "C fiscale", "Codfiscale", "Codicefiscale", "Cf", "C F",
            "Codice fiscale alunno", "Codice fiscale studente", "Cf alunno", "Fiscal code", "Tax code", "Italian tax code"]),
        (ImportField.FiscalCodeUnavailableReason, ["Motivo senza codice fiscale"]),
        (ImportField.BirthDate, ["Data di nascita", "Data nascita", "Data nasc", "D nascita", "Dt nascita", "Data nascita alunno", "Nascita", "Nato il",
            "Nata il", "Nato/a il", "Nato", "Data Nasc alunno", "Birth date", "Birthdate", "Date of birth", "Birthday", "Dob", "Born"]),
        (ImportField.Sex, ["Sesso", "Genere", "M/F", "Sex", "Gender"]),
        (ImportField.Role, ["Ruolo", "Qualifica", "Mansione", "Profilo", "Ruolo contatto", "Role"]),
        (ImportField.ClassName, ["Classe", "Cl", "Classe frequentata", "Anno di corso", "Anno corso", "Anno", "Class", "Grade", "Year"]),
        (ImportField.Section, ["Sezione", "Sez", "Bolla", "Sezione/bolla", "Corso", "Gruppo", "Section"]),
        (ImportField.ClassAndSection, ["Classe e sezione", "Classe sez", "Cl sez", "Classe/sezione", "Cl/Sez", "Class and section", "Class section"]),
        (ImportField.Domicile, ["Comune di domicilio", "Domicilio", "Luogo di domicilio", "Città di domicilio", "Comune domic", "Comune di residenza",
            "Luogo di residenza", "Città di residenza", "Comune resid", "Comune res", "Residenza", "Comune", "Città", "Municipality", "Municipality of domicile",
            "City", "Town", "Residence", "Place of residence"]),
        (ImportField.Address, ["Indirizzo di domicilio", "Indirizzo", "Via", "Via e numero", "Indirizzo di residenza", "Indirizzo resid", "Indir", "Address",
            "Street", "Home address"]),
        (ImportField.Phone, ["Telefono cellulare", "Cellulare", "Cell", "Telefono", "Tel", "Telefono contatto", "Tel cell", "Recapito telefonico", "Recapito",
            "Recapiti", "Recapiti telefonici", "Contatto telefonico", "Numero di telefono", "N telefono", "Numero telefono", "Num telefono", "Utenza telefonica", "Phone",
            "Phone number", "Telephone", "Mobile", "Mobile phone", "Cell phone"]),
        (ImportField.LastContactDate, ["Data ultimo contatto", "Ultimo contatto", "Data contatto", "Data ult contatto", "Ult contatto",
            "Data ultimo contatto con il caso", "Ultimo giorno di contatto", "Last contact", "Last contact date", "Date of last contact"]),
        (ImportField.SchoolSite, ["Plesso", "Sede", "Nome plesso", "Scuola", "Nome scuola", "Istituto", "Edificio", "School", "School site", "Site"]),
    }
        .SelectMany(field => field.Names.Select((name, rank) => (Key: HeaderKeys.Fold(name), field.Field, Rank: rank)))
        .DistinctBy(name => name.Key)
        .ToDictionary(name => name.Key, name => (name.Field, name.Rank));

    /// <summary>Columns that lists have and the portal leaves out: they tell that the row is a header.</summary>
    private static readonly HashSet<string> _others =
    [
        .. new[]
        {
            "N", "Nr", "Num", "Numero", "Progr", "Progressivo", "Id", "Matricola", "Codice", "Email", "E-mail", "Mail", "Note", "Nota", "Osservazioni", "Cittadinanza",
            "Nazionalità", "Comune di nascita", "Luogo di nascita", "Città di nascita", "Nato a", "Nata a", "Nato/a a", "Provincia di nascita", "Prov nascita", "Stato nascita",
            "Cap", "Provincia", "Prov", "Username", "Utente", "Password", "Religione", "Bes", "Dsa", "Presenze", "Assenze", "Place of birth", "Notes",
        }.Select(HeaderKeys.Fold),
    ];

    /// <summary>Whose column it is when it is not the person's own: only their telephone is wanted.</summary>
    private static readonly HashSet<string> _relatives =
    [
        "GENITORE", "GENITORI", "PADRE", "MADRE", "TUTORE", "PAPA", "MAMMA", "PARENT", "FATHER", "MOTHER", "GUARDIAN", "DELEGATO", "COORDINATORE", "REFERENTE",
    ];

    /// <summary>What a header means, with its rank among those of the same meaning; null when it is none that the portal wants.</summary>
    public static (ImportField Field, int Rank)? Find(string header)
    {
        var key = HeaderKeys.Fold(header);
        if (_names.TryGetValue(key, out var known))
        {
            return known;
        }

        var words = key.Split(' ');
        return words.Any(word => word is "EMAIL" or "MAIL") || _others.Contains(key) ? null
            : words.Any(word => word.StartsWith("TEL", StringComparison.Ordinal) || word.StartsWith("CELL", StringComparison.Ordinal)) ? (ImportField.Phone, 50)
            : words.Any(_relatives.Contains) ? null
            : words.Contains("COGNOME") && words.Contains("NOME") ? (ImportField.FullName, 50)
            : words.Any(word => word.StartsWith("FISC", StringComparison.Ordinal)) && words[0].StartsWith('C') ? (ImportField.FiscalCode, 50)
            : words.Any(word => word.StartsWith("NASC", StringComparison.Ordinal)) && words.Any(word => word is "DATA" or "DT") ? (ImportField.BirthDate, 50)
            : null;
    }

    /// <summary>Whether a text is what a column may be called, wanted or not.</summary>
    public static bool IsHeader(string text) => Find(text) is not null || IsKnownOther(text);

    /// <summary>Whether the header says something that the portal does not want, so that the content must not be taken for something else.</summary>
    public static bool IsKnownOther(string header)
    {
        var key = HeaderKeys.Fold(header);
        return _others.Contains(key) || key.Split(' ').Any(word => _relatives.Contains(word) || word is "EMAIL" or "MAIL" or "NASCITA");
    }

    /// <summary>«Nome e cognome»: the name stands first. English writes it so unless it says otherwise.</summary>
    public static bool IsNameFirst(string header)
    {
        var key = HeaderKeys.Fold(header);
        var (name, surname) = (key.IndexOf("NOME", StringComparison.Ordinal), key.IndexOf("COGNOME", StringComparison.Ordinal));
        return surname > 0 && name < surname || key is "FULL NAME" or "NAME SURNAME" or "STUDENT NAME" or "PUPIL NAME" or "NAME";
    }
}
