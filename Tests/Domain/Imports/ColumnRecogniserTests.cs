using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Imports;

public sealed class ColumnRecogniserTests
{
    /// <summary>A row of somebody, so that the table is not empty.</summary>
    private static readonly string[] _person = ["x1"];

    [Theory]
    [InlineData("Cognome", ImportField.Surname)]
    [InlineData("COGNOME ALUNNO", ImportField.Surname)]
    [InlineData("Last name", ImportField.Surname)]
    [InlineData("Nome dell'alunno", ImportField.Name)]
    [InlineData("first_name", ImportField.Name)]
    [InlineData("Cognome e Nome", ImportField.FullName)]
    [InlineData("Nominativo", ImportField.FullName)]
    [InlineData("Alunno/a", ImportField.FullName)]
    [InlineData("Cod. Fisc.", ImportField.FiscalCode)]
    [InlineData("C.F.", ImportField.FiscalCode)]
    [InlineData("CODICE_FISCALE", ImportField.FiscalCode)]
    [InlineData("codiceFiscale", ImportField.FiscalCode)]
    [InlineData("Tax code", ImportField.FiscalCode)]
    [InlineData("Data nasc.", ImportField.BirthDate)]
    [InlineData("Data di Nascita (gg/mm/aaaa)", ImportField.BirthDate)]
    [InlineData("Nato il", ImportField.BirthDate)]
    [InlineData("Date of birth", ImportField.BirthDate)]
    [InlineData("Sesso", ImportField.Sex)]
    [InlineData("M/F", ImportField.Sex)]
    [InlineData("Ruolo", ImportField.Role)]
    [InlineData("Qualifica", ImportField.Role)]
    [InlineData("Cl.", ImportField.ClassName)]
    [InlineData("Sez.", ImportField.Section)]
    [InlineData("Bolla", ImportField.Section)]
    [InlineData("Classe/Sezione", ImportField.ClassAndSection)]
    [InlineData("Luogo di residenza", ImportField.Domicile)]
    [InlineData("Città", ImportField.Domicile)]
    [InlineData("Comune di domicilio", ImportField.Domicile)]
    [InlineData("Indirizzo", ImportField.Address)]
    [InlineData("Tel.", ImportField.Phone)]
    [InlineData("Cell.", ImportField.Phone)]
    [InlineData("Telefono madre", ImportField.Phone)]
    [InlineData("Recapito telefonico", ImportField.Phone)]
    [InlineData("N. telefono", ImportField.Phone)]
    [InlineData("Data ultimo contatto", ImportField.LastContactDate)]
    [InlineData("Last contact", ImportField.LastContactDate)]
    [InlineData("Plesso", ImportField.SchoolSite)]
    [InlineData("Motivo senza codice fiscale", ImportField.FiscalCodeUnavailableReason)]
    [InlineData("Cognome madre", null)]
    [InlineData("Codice fiscale padre", null)]
    [InlineData("Comune di nascita", null)]
    [InlineData("Luogo di nascita", null)]
    [InlineData("Nato a", null)]
    [InlineData("Nato/a il", ImportField.BirthDate)]
    [InlineData("Alunno", ImportField.FullName)]
    [InlineData("Nome utente", null)]
    [InlineData("E-mail genitore", null)]
    [InlineData("Allergie", null)]
    public void Recognise_Header_GivesItsMeaning(string header, ImportField? field)
    {
        var table = Recogniser.Of([header, "Matricola", "Note"], _person);

        Assert.Equal(1, table.HeaderRow);
        Assert.Equal(field, table.Columns[0].Field);
    }

    [Fact]
    public void Recognise_TwoColumnsOfOneMeaning_TakesTheBetterNameAndAllTelephones()
    {
        var table = Recogniser.Of(["Cognome", "Comune di residenza", "Comune di domicilio", "Telefono 1", "Telefono 2"], ["Rossi", "Lodi", "Milano", "", "3331234567"]);

        Assert.Equal([ImportField.Surname, null, ImportField.Domicile, ImportField.Phone, ImportField.Phone], table.Columns.Select(column => column.Field));
    }

    [Theory]
    [InlineData("1B", ImportField.ClassAndSection)]
    [InlineData("1^ B", ImportField.ClassAndSection)]
    [InlineData("3", ImportField.ClassName)]
    public void Recognise_Class_IsToldFromClassAndSectionByItsCells(string cell, ImportField field) =>
        Assert.Equal(field, Recogniser.Of(["Cognome", "Classe"], ["Rossi", cell]).Columns[1].Field);

    [Fact]
    public void Recognise_NameOverTwoWords_IsAFullName() =>
        Assert.Equal(ImportField.FullName, Recogniser.Of(["Nome", "Classe"], ["Rossi Mario", "1B"], ["Verdi Ugo", "1B"]).Columns[0].Field);

    [Fact]
    public void Recognise_UnknownHeaderOverCodes_IsToldByTheCells() =>
        Assert.Equal(ImportField.FiscalCode, Recogniser.Of(["Cognome", "Nome", "Identificativo"], ["Rossi", "Mario", Drafts.MarioRossi]).Columns[2].Field);

    [Fact]
    public void Recognise_NoHeader_TellsByTheCells()
    {
        var table = Recogniser.Of(
            ["Rossi", "Mario", Drafts.MarioRossi, "01/03/2010", "M", "1B", "Milano (MI)", "Via Roma 1", "333 1234567", "20/11/2020", "Studente"],
            ["Verdi", "Anna", "", "2010-05-04", "F", "1B", "Lodi", "Piazza Duomo 2", "02 1234567", "19/11/2020", "Docente"]);

        Assert.Null(table.HeaderRow);
        Assert.Null(table.HeaderKey);
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal(
            [
                ImportField.Surname, ImportField.Name, ImportField.FiscalCode, ImportField.BirthDate, ImportField.Sex, ImportField.ClassAndSection, ImportField.Domicile,
                ImportField.Address, ImportField.Phone, ImportField.LastContactDate, ImportField.Role,
            ],
            table.Columns.Select(column => column.Field!.Value));
        Assert.Equal([ImportNoticeKind.NoHeader], table.Notices.Select(notice => notice.Kind));
    }

    [Fact]
    public void Recognise_NoHeaderAndNameFirst_IsToldByTheCodes()
    {
        var table = Recogniser.Of(["Mario", "Rossi", Drafts.MarioRossi]);

        Assert.Equal([ImportField.Name, ImportField.Surname, ImportField.FiscalCode], table.Columns.Select(column => column.Field!.Value));
    }

    [Fact]
    public void Recognise_OneColumnOfNames_IsAFullName() =>
        Assert.Equal(ImportField.FullName, Assert.Single(Recogniser.Of(["Rossi Mario"], ["De Filippi Maria"]).Columns).Field);

    [Theory]
    [InlineData("Classe 1B - Elenco alunni")]
    [InlineData("Totale")]
    public void Recognise_TitleRows_AreAboveTheHeader(string title)
    {
        var table = Recogniser.Of([title], [], ["", "Cognome", "Nome"], ["", "Rossi", "Mario"]);

        Assert.Equal(3, table.HeaderRow);
        Assert.Equal(["Cognome", "Nome"], table.Columns.Select(column => column.Header));
        Assert.Equal([4], table.Rows.Select(row => row.Number));
        Assert.Equal(["Rossi", "Mario"], table.Rows[0].Cells);
    }

    [Fact]
    public void Recognise_BlankAndTotalRows_AreLeftOutAndTheTotalTold()
    {
        var table = Recogniser.Of(["Cognome", "Nome"], ["Rossi", "Mario"], [], ["\u00A0", " "], ["Totti", "Anna"], ["Tot. alunni", "2"], ["TOTALE: 2"]);

        Assert.Equal([2, 5], table.Rows.Select(row => row.Number));
        Assert.Equal([(ImportNoticeKind.TotalsSkipped, 6), (ImportNoticeKind.TotalsSkipped, 7)], table.Notices.Select(notice => (notice.Kind, notice.Row!.Value)));
    }

    [Fact]
    public void Recognise_PeopleAboveAHeader_AreReadAndTheTableBelowIsToldAndLeftOut()
    {
        var table = Recogniser.Of(
            ["Rossi", "Mario", "01/03/2010"], ["Bianchi", "Anna", "02/04/2010"], [], ["Cognome", "Nome", "Data di nascita"], ["Verdi", "Luca", "03/05/2010"]);

        Assert.Equal(["Rossi", "Bianchi"], table.Rows.Select(row => row.Cells[0]));
        Assert.Equal(
            [new(ImportNoticeKind.NoHeader), new ImportNotice(ImportNoticeKind.SecondTable, 4)], table.Notices);
    }

    [Fact]
    public void Recognise_SecondTableBelow_IsToldAndLeftOut()
    {
        var table = Recogniser.Of(["Cognome", "Nome"], ["Rossi", "Mario"], [], ["Docente", "Materia", "Telefono", "Email"], ["Neri", "Latino", "021234567", "n@x.it"]);

        Assert.Equal([2], table.Rows.Select(row => row.Number));
        Assert.Equal(new ImportNotice(ImportNoticeKind.SecondTable, 4), Assert.Single(table.Notices));
        Assert.Contains("riga 4", table.Notices[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_HeaderOfTwoRows_TakesTheLower()
    {
        var table = Recogniser.Of(["Cognome", "Nome", "Nascita"], ["Cognome", "Nome", "Data nascita", "Luogo nascita"], ["Rossi", "Mario", "01/03/2010", "Lodi"]);

        Assert.Equal(2, table.HeaderRow);
        Assert.Equal([ImportField.Surname, ImportField.Name, ImportField.BirthDate, null], table.Columns.Select(column => column.Field));
    }

    [Fact]
    public void Recognise_HeaderAgainOnEachPage_IsNoPerson()
    {
        var table = Recogniser.Of(["Cognome", "Nome"], ["Rossi", "Mario"], ["Cognome", "Nome"], ["Verdi", "Anna"]);

        Assert.Equal([2, 4], table.Rows.Select(row => row.Number));
        Assert.Empty(table.Notices);
    }

    [Fact]
    public void Recognise_RowsThatLookLikeHeaders_ArePeople()
    {
        var table = Recogniser.Of(["Cognome", "Nome", "Ruolo"], ["Rossi", "Anna", "Docente"], ["Corso", "Via", "Studente"]);

        Assert.Equal(2, table.Rows.Count);
    }

    [Fact]
    public void Recognise_RowsOfOtherLengths_SaySo()
    {
        var table = Recogniser.Of(["Cognome", "Nome", "Indirizzo"], ["Rossi", "Mario"], ["Verdi", "Ugo", "Via Roma", "1"], ["Neri", "Ida", ""], ["Blu", "Leo", "Via A", ""]);

        Assert.Equal([RowShape.TooShort, RowShape.TooLong, RowShape.Fits, RowShape.Fits], table.Rows.Select(row => row.Shape));
        Assert.Equal("1", table.Rows[1].Cells[3]);
    }

    [Fact]
    public void Recognise_OnlyHeaders_IsRefusedWithTheirRow()
    {
        var refused = Assert.IsType<TableRecognition.Refused>(Recogniser.New().Recognise(new SourceTable("", [["Elenco"], ["Cognome", "Nome"]])));

        Assert.Equal(ImportRefusal.OnlyHeaders, refused.Reason);
        Assert.Contains("riga 2", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void Recognise_RowsAtTheLimit_AreTakenAndOneMoreIsNot(int rows, bool taken)
    {
        string[][] table = [["Cognome", "Nome"], .. Enumerable.Range(0, rows).Select(i => new[] { $"Rossi {i}", "Mario" })];

        var recognition = Recogniser.New().Recognise(new SourceTable("", table));

        Assert.Equal(taken, recognition is TableRecognition.Recognised);
        Assert.Equal(taken, recognition is not TableRecognition.Refused { Reason: ImportRefusal.TooManyRows });
    }

    [Fact]
    public void Recognise_GiuaschoolPupils_UsesItsDocumentedColumns()
    {
        const string Header = "cognome,nome,sesso,dataNascita,comuneNascita,codiceFiscale,citta,indirizzo,bes,noteBes,frequenzaEstero,religione,credito3,credito4,classe,"
            + "username,password,email,genitore1Cognome,genitore1Nome,genitore1CodiceFiscale,genitore1Telefono,genitore1Username,genitore1Password,genitore1Email,"
            + "genitore2Cognome,genitore2Nome,genitore2CodiceFiscale,genitore2Telefono,genitore2Username,genitore2Password,genitore2Email";
        var headers = Header.Split(',');
        var row = headers.Select(header => header switch { "cognome" => "MUTI", "classe" => "1A", _ => "" }).ToArray();

        var table = Recogniser.Of(headers, row);

        Assert.Equal(("giuaschool", PersonRole.Pupil), (table.Register, table.EverybodysRole));
        Assert.Equal(
            "cognome=Surname nome=Name sesso=Sex dataNascita=BirthDate codiceFiscale=FiscalCode citta=Domicile indirizzo=Address classe=ClassAndSection "
            + "genitore1Telefono=Phone genitore2Telefono=Phone",
            string.Join(' ', table.Columns.Where(column => column.Field is not null).Select(column => $"{column.Header}={column.Field}")));
    }

    [Theory]
    [InlineData("Cognome,Nome,Sesso,CodiceFiscale,Username,Password,Email", PersonRole.Teacher)]
    [InlineData("Cognome,Nome,Sesso,CodiceFiscale,Username,Password,Email,Tipo,Segreteria,Sede", PersonRole.AuxiliaryStaff)]
    public void Recognise_GiuaschoolStaff_KnowsWhatEverybodyIs(string header, PersonRole role) =>
        Assert.Equal(role, Recogniser.Of(header.Split(','), ["Neri", "Franco", "M", "", "franco.neri"]).EverybodysRole);

    [Fact]
    public void With_MeaningOfAnotherColumn_TakesItFromThere()
    {
        var table = Recogniser.Of(["Cognome", "Nome", "Tel"], ["Mario", "Rossi", "021234567"]).With(1, ImportField.Surname).With(0, ImportField.Name).With(2, null);

        Assert.Equal([ImportField.Name, ImportField.Surname, null], table.Columns.Select(column => column.Field));
    }
}
