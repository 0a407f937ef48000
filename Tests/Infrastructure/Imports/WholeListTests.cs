using CovidSchoolReporting.Domain.Imports;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Tests.Domain.Imports;

namespace CovidSchoolReporting.Tests.Infrastructure.Imports;

/// <summary>From bytes to drafts, on lists as secretariats keep them.</summary>
public sealed class WholeListTests
{
    [Fact]
    public async Task List_WithTitleNumbersAndTotals_GivesThePeople()
    {
        var bytes = new Workbook().Sheet(
            "3C",
            ["IC Calvino - a.s. 2020/21"],
            ["Elenco alunni della classe 3C"],
            [],
            ["N.", "ALUNNO", "COD. FISC.", "NATO A", "NATO IL", "CL.", "LUOGO DI RESIDENZA", "TEL. MADRE", "TEL. PADRE", "EMAIL MADRE"],
            ["1", "ROSSI MARIO", "RSSMRA10C01F205I", "MILANO", "", "3^C", "20121 MILANO (MI)", "", "339 1234567", "a@b.it"],
            ["2", "D'AMICO LO PRESTI ANNA", "", "LODI", "4/5/10 00:00", "3^C", "Lodi", "02 7654321 / 3331234567", "", ""],
            [],
            ["", "TOTALE ALUNNI", "2"]).Bytes();

        var table = Assert.IsType<TableRecognition.Recognised>(Recogniser.New().Recognise((await Lists.TablesAsync(bytes))[0])).Table;
        var drafts = table.Rows.Select(row => Recogniser.Rows.Read(table, row).Draft).ToList();

        Assert.Equal([5, 6], table.Rows.Select(row => row.Number));
        Assert.Equal([ImportNoticeKind.TotalsSkipped], table.Notices.Select(notice => notice.Kind));
        Assert.Equal(
            [
                ("Rossi", "Mario", "01/03/2010", Sex.Male, "3", "C", "Milano (MI)", "339 1234567"),
                ("D'Amico", "Lo Presti Anna", "04/05/2010", null, "3", "C", "Lodi (LO)", "02 7654321"),
            ],
            drafts.Select(d => (d.Surname, d.Name, d.BirthDate, d.Sex, d.ClassName, d.Section, d.Domicile, d.Phone)));
    }

    [Fact]
    public void List_PastedInEnglishInAnyOrder_GivesThePeople()
    {
        const string Pasted = "Phone\tFirst name\tDate of birth\tLast name\tClass\tSection\tCity\r\n+39 333 1234567\tMario\t2010-03-01\tRossi\t5\tB\tMilano\r\n";
        var read = Assert.IsType<TableReading.Read>(Lists.Reader.ReadPasted(Pasted));

        var table = Assert.IsType<TableRecognition.Recognised>(Recogniser.New().Recognise(read.Tables[0])).Table;
        var draft = Recogniser.Rows.Read(table, table.Rows[0]).Draft;

        Assert.Equal(
            ("Rossi", "Mario", "01/03/2010", "5", "B", "Milano (MI)", "333 1234567"),
            (draft.Surname, draft.Name, draft.BirthDate, draft.ClassName, draft.Section, draft.Domicile, draft.Phone));
    }
}
