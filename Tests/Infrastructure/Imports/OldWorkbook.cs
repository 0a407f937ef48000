using System.Text;

namespace CovidSchoolReporting.Tests.Infrastructure.Imports;

/// <summary>Makes the smallest workbook of the old kind (.xls: BIFF8 in a compound file) with one sheet.</summary>
internal static class OldWorkbook
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint Table = 0xFFFFFFFD;

    /// <param name="rows">A text is a label, a double a number.</param>
    public static byte[] Of(params object[][] rows) => Compound("Workbook", Book(rows, password: false));

    public static byte[] WithPassword() => Compound("Workbook", Book([["Cognome"]], password: true));

    /// <summary>A compound file with one stream.</summary>
    public static byte[] Compound(string stream, byte[] content)
    {
        // Streams under 4096 bytes live elsewhere: this one is made long enough.
        var sectors = Math.Max(8, (content.Length + Sector - 1) / Sector);
        var file = new byte[Sector * (3 + sectors)];
        using var header = new BinaryWriter(new MemoryStream(file));
        header.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        header.Write(new byte[16]);
        Write16(0x3E, 3, 0xFFFE, 9, 6);
        header.Write(new byte[10]);
        Write32(1, 1, 0, 4096, End, 0, End, 0, 0);
        for (var i = 1; i < 109; i++)
        {
            header.Write(Free);
        }

        // The table of sectors: itself, the directory, the stream.
        Write32(Table, End);
        for (var i = 0; i < (Sector / 4) - 2; i++)
        {
            header.Write(i < sectors - 1 ? (uint)(i + 3) : i == sectors - 1 ? End : Free);
        }

        Entry("Root Entry", 5, child: 1, start: End, 0);
        Entry(stream, 2, child: Free, start: 2, sectors * Sector);
        header.Seek(Sector * 3, SeekOrigin.Begin);
        header.Write(content);
        return file;

        void Entry(string name, byte kind, uint child, uint start, int size)
        {
            var at = header.BaseStream.Position;
            header.Write(Encoding.Unicode.GetBytes(name));
            header.Seek((int)at + 64, SeekOrigin.Begin);
            header.Write((ushort)((name.Length + 1) * 2));
            header.Write(kind);
            header.Write((byte)1);
            Write32(Free, Free, child);
            header.Write(new byte[36]);
            Write32(start, (uint)size, 0);
        }

        void Write16(params ushort[] values) => Array.ForEach(values, header.Write);

        void Write32(params uint[] values) => Array.ForEach(values, header.Write);
    }

    private static byte[] Book(object[][] rows, bool password)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Record(0x809, [0x00, 0x06, 0x05, 0x00, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
        if (password)
        {
            Record(0x2F, [1, 0, 1, 0, 1, 0, .. new byte[48]]);
        }

        Record(0x42, [0xB0, 0x04]);
        var name = Encoding.ASCII.GetBytes("Foglio1");
        var boundSheet = stream.Position + 4;
        Record(0x85, [0, 0, 0, 0, 0, 0, (byte)name.Length, 0, .. name]);
        Record(0x0A, []);
        var sheet = stream.Position;
        Record(0x809, [0x00, 0x06, 0x10, 0x00, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
        var columns = rows.Max(row => row.Length);
        Record(0x200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Length), 0, 0, .. BitConverter.GetBytes((ushort)columns), 0, 0]);
        for (ushort r = 0; r < rows.Length; r++)
        {
            for (ushort c = 0; c < rows[r].Length; c++)
            {
                byte[] at = [.. BitConverter.GetBytes(r), .. BitConverter.GetBytes(c), 0, 0];
                switch (rows[r][c])
                {
                    case double number:
                        Record(0x203, [.. at, .. BitConverter.GetBytes(number)]);
                        break;
                    case string text:
                        Record(0x204, [.. at, .. BitConverter.GetBytes((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
                        break;
                }
            }
        }

        Record(0x0A, []);
        stream.Position = boundSheet;
        writer.Write((uint)sheet);
        return stream.ToArray();

        void Record(ushort kind, byte[] data)
        {
            writer.Write(kind);
            writer.Write((ushort)data.Length);
            writer.Write(data);
        }
    }
}
