using Microsoft.Data.Sqlite;

namespace CovidSchoolReporting.Benchmarks.Stage;

internal static class SqliteCommands
{
    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    public static T Ask<T>(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    public static List<string> Texts(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    /// <summary>A prepared command with its parameters, to be run many times.</summary>
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter(parameter, (object?)null));
        }

        command.Prepare();
        return command;
    }

    /// <summary>Reads every value of every row.</summary>
    /// <returns>How many rows there were.</returns>
    public static int Drain(this SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        var rows = 0;
        for (; reader.Read(); rows++)
        {
            reader.GetValues(values);
        }

        return rows;
    }

    public static void Set(this SqliteCommand command, string parameter, object? value) =>
        command.Parameters[parameter].Value = value ?? DBNull.Value;
}
