using CovidSchoolReporting.Benchmarks.Stage;
using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Benchmarks.Writes;

/// <summary>The writes of the portal by hand: prepared statements on an open connection that syncs every commit.</summary>
internal sealed class PlainWrites : IDisposable
{
    private const string ClosedAt = "2020-11-25 09:00:00";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _close;
    private readonly SqliteCommand _send;
    private readonly List<SqliteCommand> _commands = [];
    private SqliteCommand? _addCase;
    private SqliteCommand? _addContact;
    private SqliteCommand? _count;

    public PlainWrites(SqliteConnection connection)
    {
        _connection = connection;
        _find = Keep("SELECT Status, ContactCount, Version, RequestKey FROM Cases WHERE Id = @id", "@id");
        _close = Keep(
            "UPDATE Cases SET Status = 1, ClosedBy = 1, ClosedAt = @now, Version = @version + 1 WHERE Id = @id AND Version = @version",
            "@id", "@now", "@version");
        _send = Keep(
            "INSERT INTO Deliveries (CaseId, Key, State, PreparedAt, Attempts, Version) VALUES (@id, @key, 0, @now, 0, 0) RETURNING Id",
            "@id", "@key", "@now");
    }

    /// <summary>Reads the case, closes it and notes the delivery, in one commit.</summary>
    public void Close(long id)
    {
        using var transaction = _connection.BeginTransaction();
        long version;
        string key;
        _find.Set("@id", id);
        _find.Transaction = transaction;
        using (var reader = _find.ExecuteReader())
        {
            if (!reader.Read() || reader.GetInt32(0) != 0)
            {
                throw new InvalidOperationException("The case is not there, or not open.");
            }

            version = reader.GetInt64(2);
            key = reader.GetString(3);
        }

        Run(_close, transaction, ("@id", id), ("@now", ClosedAt), ("@version", version));
        Run(_send, transaction, ("@id", id), ("@key", key), ("@now", ClosedAt));
        transaction.Commit();
    }

    /// <summary>Takes a case and its contacts as the model of those that are written from now on.</summary>
    public void LearnFrom(int caseId)
    {
        _addCase = Keep(Copy("Cases", "", $"Id = {caseId}"), "@request", "@id");
        _addContact = Keep(
            Copy("Contacts", "CaseId", $"Id = (SELECT MIN(Id) FROM Contacts WHERE CaseId = {caseId})"), "@request", "@id");
        _count = Keep("UPDATE Cases SET ContactCount = ContactCount + 1, Version = Version + 1 WHERE Id = @id", "@id");
    }

    /// <summary>A case, its contacts one commit each, and the sending.</summary>
    public void ReportAndClose(int contacts)
    {
        var id = InTransaction(transaction => Add(_addCase!, transaction, null));
        for (var i = 0; i < contacts; i++)
        {
            InTransaction(transaction =>
            {
                Run(_count!, transaction, ("@id", id));
                return Add(_addContact!, transaction, id);
            });
        }

        Close(id);
    }

    public void Dispose() => _commands.ForEach(command => command.Dispose());

    private static long Add(SqliteCommand command, SqliteTransaction transaction, long? id)
    {
        command.Transaction = transaction;
        command.Set("@request", Guid.NewGuid().ToString().ToUpperInvariant());
        command.Set("@id", id);
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params (string Name, object Value)[] values)
    {
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            command.Set(name, value);
        }

        command.ExecuteNonQuery();
    }

    private long InTransaction(Func<SqliteTransaction, long> write)
    {
        using var transaction = _connection.BeginTransaction();
        var id = write(transaction);
        transaction.Commit();
        return id;
    }

    private SqliteCommand Keep(string sql, params string[] parameters)
    {
        var command = _connection.Prepared(sql, parameters);
        _commands.Add(command);
        return command;
    }

    /// <summary>An INSERT of literal values like those of the row, but for the keys.</summary>
    private string Copy(string table, string owner, string row)
    {
        var columns = _connection.Texts($"SELECT name FROM pragma_table_info('{table}') WHERE name <> 'Id'");
        var values = columns.Select(column => column == "RequestKey" ? "@request"
            : column == owner ? "@id"
            : column is "ContactCount" && owner.Length == 0 ? "0"
            : _connection.Texts($"SELECT quote({column}) FROM {table} WHERE {row}").Single());
        return $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values)}) RETURNING Id";
    }
}
