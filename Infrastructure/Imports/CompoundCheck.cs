using System.Text;
using CovidSchoolReporting.Domain.Imports;

namespace CovidSchoolReporting.Infrastructure.Imports;

/// <summary>Tells by the names of its streams what a compound file holds.</summary>
internal static class CompoundCheck
{
    public static void Check(ReadOnlySpan<byte> bytes)
    {
        // A workbook with a password is an encrypted stream inside: its zip could not be looked at before it is parsed.
        if (Names(bytes, "EncryptedPackage"))
        {
            throw new ImportRefusedException(ImportRefusal.PasswordProtected);
        }

        if (Names(bytes, "_VBA_PROJECT"))
        {
            throw new ImportRefusedException(ImportRefusal.MacroWorkbook);
        }

        if (!Names(bytes, "Workbook") && !Names(bytes, "Book"))
        {
            throw new ImportRefusedException(Names(bytes, "WordDocument") ? ImportRefusal.WordDocument : ImportRefusal.Damaged);
        }
    }

    private static bool Names(ReadOnlySpan<byte> bytes, string stream) => bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
