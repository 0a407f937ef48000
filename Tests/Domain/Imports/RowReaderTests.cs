using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Imports;

public sealed class RowReaderTests
{
    [Theory]
    [InlineData("Rossi Mario", "Rossi", "Mario")]
    [InlineData("ROSSI MARIO", "Rossi", "Mario")]
    [InlineData("rossi mario", "Rossi", "Mario")]
    [InlineData("ROSSI Mario Luca", "Rossi", "Mario Luca")]
    [InlineData("ROSSI BIANCHI Mario", "Rossi Bianchi", "Mario")]
    [InlineData("Mario ROSSI", "Rossi", "Mario")]
    [InlineData("De Filippi Maria", "De Filippi", "Maria")]
    [InlineData("DE FILIPPI MARIA GRAZIA", "De Filippi", "Maria Grazia")]
    [InlineData("Di Stefano Ugo", "Di Stefano", "Ugo")]
    [InlineData("D'ANGELO ANNA", "D'Angelo", "Anna")]
    [InlineData("D' Angelo Anna", "D' Angelo", "Anna")]
    [InlineData("Della Valle Ida", "Della Valle", "Ida")]
    [InlineData("Lo Bianco Leo", "Lo Bianco", "Leo")]
    [InlineData("La Russa Eva", "La Russa", "Eva")]
    [InlineData("Van der Berg Jan", "Van der Berg", "Jan")]
    [InlineData("El Sayed Omar", "El Sayed", "Omar")]
    [InlineData("De La Cruz Juan", "De La Cruz", "Juan")]
    [InlineData("Rossi, Mario Luca", "Rossi", "Mario Luca")]
    [InlineData("De Rossi", "De", "Rossi")]
    [InlineData("Rossi", "Rossi", "")]
    [InlineData("ROSSI-VERDI NICOLO'", "Rossi-Verdi", "Nicolo'")]
    [InlineData("McDonald Ann", "McDonald", "Ann")]
    public void Read_FullName_IsPartedAndWrittenAsPeopleWriteIt(string cell, string surname, string name)
    {
        var draft = Read("Cognome e nome", cell);

        Assert.Equal((surname, name), (draft.Surname, draft.Name));
    }

    [Theory]
    [InlineData("Rossi Bianchi Mario", "RSSMRA10C01F205I", "Rossi Bianchi", "Mario")]
    [InlineData("Verdi Bianchi Mario", "RSSMRA10C01F205I", "Verdi", "Bianchi Mario")] // The code fits no way: the words decide.
    [InlineData("Rossi Mario", "RSSMRA10C01F205I", "Rossi", "Mario")]
    [InlineData("Mario Rossi", "RSSMRA10C01F205I", "Rossi", "Mario")]
    [InlineData("Garcia Lopez Juan", "GRCJNU10C01F205X", "Garcia Lopez", "Juan")]
    [InlineData("Lopez Juan Pablo", "LPZJPB10C01F205X", "Lopez", "Juan Pablo")]
    public void Read_FullNameBesideACode_IsPartedByItsLetters(string cell, string code, string surname, string name)
    {
        var table = Recogniser.Of(["Cognome e nome", "Codice fiscale"], [cell, code]);

        var draft = Recogniser.Rows.Read(table, table.Rows[0]).Draft;

        Assert.Equal((surname, name), (draft.Surname, draft.Name));
    }

    [Theory]
    [InlineData("Nome e cognome", "Mario Luca Rossi", "Rossi", "Mario Luca")]
    [InlineData("Nome e cognome", "Maria De Filippi", "De Filippi", "Maria")]
    [InlineData("Full name", "Mario Rossi", "Rossi", "Mario")]
    public void Read_FullNameUnderAHeaderOfNameFirst_IsPartedFromTheEnd(string header, string cell, string surname, string name)
    {
        var draft = Read(header, cell);

        Assert.Equal((surname, name), (draft.Surname, draft.Name));
    }

    [Theory]
    [InlineData("1/3/10", "01/03/2010")]
    [InlineData("01.03.2010", "01/03/2010")]
    [InlineData("2010-03-01", "01/03/2010")]
    [InlineData("2010-03-01 00:00:00", "01/03/2010")]
    [InlineData("2010-03-01T00:00:00Z", "01/03/2010")]
    [InlineData("01/03/2010 0.00", "01/03/2010")]
    [InlineData("01/03/2010 12:30:45 AM", "01/03/2010")]
    [InlineData("40238", "01/03/2010")]
    [InlineData("40238.0", "01/03/2010")]
    [InlineData("1 marzo 2010", "01/03/2010")]
    [InlineData("01-mar-10", "01/03/2010")]
    [InlineData("5 May 2010", "05/05/2010")]
    [InlineData("31/02/2010", "31/02/2010")]
    [InlineData("ieri", "ieri")]
    [InlineData("4999", "4999")]
    [InlineData("19500", "21/05/1953")]
    public void Read_BirthDate_IsReadOrLeftAsItStands(string cell, string written) =>
        Assert.Equal(written, Read("Data di nascita", cell).BirthDate);

    [Theory]
    [InlineData("1B", "1", "B")]
    [InlineData("1^ B", "1", "B")]
    [InlineData("1ª A", "1", "A")]
    [InlineData("3°C", "3", "C")]
    [InlineData("2 C LSA", "2", "C LSA")]
    [InlineData("5BSIA", "5", "BSIA")]
    [InlineData("III A", "3", "A")]
    [InlineData("Classe 4 sez. D", "4", "D")]
    [InlineData("Girasoli", "Girasoli", "Girasoli")]
    [InlineData("12", "12", "")]
    public void Read_ClassAndSection_ArePartedAsTheManualAsks(string cell, string className, string section)
    {
        var draft = Read("Classe/Sezione", cell);

        Assert.Equal((className, section), (draft.ClassName, draft.Section));
    }

    [Theory]
    [InlineData("1^", "Sez. B", "1", "B")]
    [InlineData("IV", "A", "4", "A")]
    [InlineData("Classe 2", "C", "2", "C")]
    [InlineData("Primavera", "Blu", "Primavera", "Blu")]
    public void Read_ClassBesideSection_LosesItsOrnaments(string className, string section, string readClass, string readSection)
    {
        var table = Recogniser.Of(["Cognome", "Classe", "Sezione"], ["Rossi", className, section]);

        var draft = Recogniser.Rows.Read(table, table.Rows[0]).Draft;

        Assert.Equal((readClass, readSection), (draft.ClassName, draft.Section));
    }

    [Theory]
    [InlineData("MILANO", "Milano (MI)")]
    [InlineData("Milano (MI)", "Milano (MI)")]
    [InlineData("MILANO MI", "Milano (MI)")]
    [InlineData("Milano - MI", "Milano (MI)")]
    [InlineData("20121 Milano", "Milano (MI)")]
    [InlineData("26900 LODI (LO)", "Lodi (LO)")]
    [InlineData("Milano 20121", "Milano (MI)")]
    [InlineData("Castro (BG)", "Castro (BG)")]
    [InlineData("Atlantide", "Atlantide")]
    public void Read_Municipality_IsRecognisedWithItsPostalCodeAndProvince(string cell, string written) =>
        Assert.Equal(written, Read("Comune", cell).Domicile);

    [Theory]
    [InlineData("3331234567", "333 1234567")]
    [InlineData("333 1234567 / 02 1234567", "333 1234567")]
    [InlineData("3331234567-3391234567", "3331234567-3391234567")]
    [InlineData("mamma 333 1234567", "333 1234567")]
    [InlineData("Cell. 333 1234567 (madre)", "333 1234567")]
    [InlineData("non disponibile; 02 1234567", "02 1234567")]
    [InlineData("non disponibile", "non disponibile")]
    public void Read_Phone_IsTheFirstThatCanBeDialled(string cell, string written) => Assert.Equal(written, Read("Telefono", cell).Phone);

    [Fact]
    public void Read_SeveralTelephones_TakesTheFirstThatIsThere()
    {
        var table = Recogniser.Of(["Cognome", "Tel. padre", "Tel. madre"], ["Rossi", "", "339 7654321"]);

        Assert.Equal("339 7654321", Recogniser.Rows.Read(table, table.Rows[0]).Draft.Phone);
    }

    [Theory]
    [InlineData("Studente", PersonRole.Pupil)]
    [InlineData("ALUNNA", PersonRole.Pupil)]
    [InlineData("docente", PersonRole.Teacher)]
    [InlineData("Prof.ssa", PersonRole.Teacher)]
    [InlineData("Docente di sostegno", PersonRole.SupportTeacher)]
    [InlineData("Educatrice", PersonRole.EarlyYearsEducator)]
    [InlineData("Personale A.T.A.", PersonRole.AuxiliaryStaff)]
    [InlineData("Collaboratore scolastico", PersonRole.AuxiliaryStaff)]
    [InlineData("Altro", PersonRole.OtherStaff)]
    [InlineData("Astronauta", null)]
    public void Read_Role_IsTheWordsMeaning(string cell, PersonRole? role) => Assert.Equal(role, Read("Ruolo", cell).Role);

    [Theory]
    [InlineData("M", Sex.Male)]
    [InlineData("femmina", Sex.Female)]
    [InlineData("Female", Sex.Female)]
    [InlineData("?", null)]
    public void Read_Sex_IsTheWordsMeaning(string cell, Sex? sex) => Assert.Equal(sex, Read("Sesso", cell).Sex);

    [Fact]
    public void Read_CodeAlone_GivesBirthDateAndSex()
    {
        var draft = Read("Codice fiscale", "rss mra 10c01 f205i");

        Assert.Equal((Drafts.MarioRossi, "01/03/2010", Sex.Male), (draft.FiscalCode, draft.BirthDate, draft.Sex));
    }

    [Fact]
    public void Read_InvisibleCharactersAndBlanks_AreGone()
    {
        var draft = Read("Indirizzo", "\u00A0Via\u00A0 Roma\r\n\u200B1 ");

        Assert.Equal("Via Roma 1", draft.Address);
    }

    [Fact]
    public void Read_RosterWithSites_GivesThePlessoAsWritten()
    {
        var table = Recogniser.Of(["Cognome", "Plesso"], ["Rossi", "Via Sapri"]);

        Assert.Equal("Via Sapri", Recogniser.Rows.Read(table, table.Rows[0]).SchoolSite);
    }

    private static ContactDraft Read(string header, string cell)
    {
        var table = Recogniser.Of(["Matricola", header, "Note"], ["1", cell, "x"]);
        return Recogniser.Rows.Read(table, table.Rows[0]).Draft;
    }
}
