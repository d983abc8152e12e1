using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>The operations of Alembic's <c>op</c> that create or change a table.</summary>
/// <remarks>Source: Alembic documentation, "Operation Reference".</remarks>
internal static class AlembicOperations
{
    public static void Read(TokenRange body, SchemaCalls schema)
    {
        foreach (var call in schema.In(body).Where(call => call.Owner == "op"))
        {
            if (call.Name == "execute")
            {
                schema.Sql(call.Positional(0));
            }
            else if (call.Name == "create_table")
            {
                schema.Create(call, "table_name");
            }
            else if (call.Name == "rename_table")
            {
                schema.Rename(call);
            }
            else if (call.Name is "add_column" or "alter_column" or "drop_column" or "batch_alter_table")
            {
                schema.Change(call, "table_name");
            }
        }
    }
}
