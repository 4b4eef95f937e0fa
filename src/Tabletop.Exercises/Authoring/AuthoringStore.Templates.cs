using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <content>How exercises are prepared, for the next ones.</content>
sealed partial class AuthoringStore
{
    const string TemplateColumns = "id, name, who, at, json";

    /// <summary>Keeps a template; on the disk when it returns.</summary>
    /// <returns>False when there is one of this name.</returns>
    public bool Keep(string id, string name, string who, Preparation prepared, ImmutableArray<SourceText> sources)
    {
        lock (gate)
        {
            if (HasTemplate(name, except: id))
                return false;

            connection.Run(
                "INSERT INTO templates (id, name, who, at, json, packed) VALUES ($id, $name, $who, $at, $json, $packed)",
                ("$id", id), ("$name", name), ("$who", who), ("$at", EventStore.Ticks(time.GetUtcNow())), ("$json", JsonSerializer.Serialize(prepared)),
                ("$packed", Pack([.. JsonSerializer.SerializeToUtf8Bytes(sources)])));
            return true;
        }
    }

    /// <summary>In order of name.</summary>
    public ImmutableArray<ExerciseTemplate> ListTemplates()
    {
        lock (gate)
            return [.. connection.Rows($"SELECT {TemplateColumns} FROM templates ORDER BY name COLLATE NOCASE, id", TemplateOf)];
    }

    /// <summary>Null when there is none; with the scenario's text as it was when the template was made.</summary>
    public (ExerciseTemplate Template, ImmutableArray<SourceText> Sources)? FindTemplate(string id)
    {
        lock (gate)
        {
            var found = connection.Rows(
                $"SELECT {TemplateColumns}, packed FROM templates WHERE id = $id",
                row => (TemplateOf(row), JsonSerializer.Deserialize<ImmutableArray<SourceText>>(Unpack((byte[])row.GetValue(5)).AsSpan())),
                ("$id", id));
            return found is [var one] ? one : null;
        }
    }

    /// <returns>False when another has this name.</returns>
    public bool RenameTemplate(string id, string name)
    {
        lock (gate)
        {
            if (HasTemplate(name, except: id))
                return false;

            connection.Run("UPDATE templates SET name = $name WHERE id = $id", ("$name", name), ("$id", id));
            return true;
        }
    }

    public void DeleteTemplate(string id)
    {
        lock (gate)
            connection.Run("DELETE FROM templates WHERE id = $id", ("$id", id));
    }

    // Capitals beyond ASCII count as well: a comparison of ours, not of SQLite.
    bool HasTemplate(string name, string except) =>
        connection.Rows("SELECT id, name FROM templates", row => (Id: row.GetString(0), Name: row.GetString(1)))
            .Exists(other => other.Id != except && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase));

    static ExerciseTemplate TemplateOf(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), new(row.GetInt64(3), TimeSpan.Zero), JsonSerializer.Deserialize<Preparation>(row.GetString(4))!);
}
