using System.CommandLine;
using Seaworthy.Cli.Parsing;
using Seaworthy.Engine.Claims;
using Seaworthy.Engine.Configuring;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy schema</c>: what an editor or a program must know of the files that Seaworthy reads: <c>seaworthy.yaml</c>, the files of rules that it names, claims.</summary>
internal static class SchemaCommand
{
    public const string Lesson = """
        An editor with a YAML language server checks seaworthy.yaml when its first line is
          # yaml-language-server: $schema=seaworthy.schema.json

        Examples:
          seaworthy schema > seaworthy.schema.json                   of seaworthy.yaml
          seaworthy schema custom-rules > custom-rules.schema.json   of the files that its 'custom' names
          seaworthy schema claims > claims.schema.json               of what 'seaworthy check' reads
        """;

    private const string Configuration = "configuration";
    private const string CustomRules = "custom-rules";
    private const string Claims = "claims";

    private static readonly Argument<string> Of = new("of")
    {
        Description = "configuration (seaworthy.yaml), custom-rules or claims. [default: configuration]",
        HelpName = "file",
        DefaultValueFactory = _ => Configuration,
    };

    public static Command Create()
    {
        Of.AcceptOnly(Configuration, CustomRules, Claims);
        Command command = new("schema", "Print the JSON schema of seaworthy.yaml, of custom rules or of claims.") { Of };
        command.SetAction(parsed =>
        {
            Action<TextWriter> write = parsed.GetValue(Of) switch
            {
                CustomRules => PolicySchema.Write,
                Claims => ClaimsSchema.Write,
                _ => SettingsSchema.Write,
            };
            write(Console.Out);
            return ExitCode.Fit;
        });
        return command;
    }
}
