using System.CommandLine;
using Seaworthy.Engine.Configuring;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy schema</c>: what an editor must know to help with <c>seaworthy.yaml</c>.</summary>
internal static class SchemaCommand
{
    public const string Lesson = """
        An editor with a YAML language server completes and checks seaworthy.yaml when its first line is
          # yaml-language-server: $schema=seaworthy.schema.json
        and that file is what this command prints. 'seaworthy audit' says the same with line and column, and ends with 2.
        """;

    public static Command Create()
    {
        Command command = new("schema", "Print the JSON schema of the configuration file, for editors.");
        command.SetAction(_ =>
        {
            SettingsSchema.Write(Console.Out);
            return ExitCode.Fit;
        });
        return command;
    }
}
