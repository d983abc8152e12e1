using System.CommandLine;
using Seaworthy.Cli.Parsing;
using Seaworthy.Engine.Configuring;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy schema</c>: what an editor must know to help with <c>seaworthy.yaml</c> and with the files of rules that it names.</summary>
internal static class SchemaCommand
{
    public const string Lesson = """
        An editor with a YAML language server checks seaworthy.yaml when its first line is
          # yaml-language-server: $schema=seaworthy.schema.json

        Examples:
          seaworthy schema > seaworthy.schema.json                   of seaworthy.yaml
          seaworthy schema custom-rules > custom-rules.schema.json   of the files that its 'custom' names
        """;

    private const string Configuration = "configuration";
    private const string CustomRules = "custom-rules";

    private static readonly Argument<string> Of = new("of")
    {
        Description = "configuration (seaworthy.yaml) or custom-rules. [default: configuration]",
        HelpName = "file",
        DefaultValueFactory = _ => Configuration,
    };

    public static Command Create()
    {
        Of.AcceptOnly(Configuration, CustomRules);
        Command command = new("schema", "Print the JSON schema of seaworthy.yaml or of custom rules.") { Of };
        command.SetAction(parsed =>
        {
            Action<TextWriter> write = parsed.GetValue(Of) == CustomRules ? PolicySchema.Write : SettingsSchema.Write;
            write(Console.Out);
            return ExitCode.Fit;
        });
        return command;
    }
}
