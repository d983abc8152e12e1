using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.DotEnv;

namespace Seaworthy.Reading.Readers.DotEnv;

/// <summary>Dotenv files: <c>.env</c> and its family, <c>production.env</c>, <c>env.example</c>.</summary>
internal sealed class EnvFileReader : Reader
{
    public override bool Accepts(string path) => EnvFileName.Of(path) is not null;

    public override Artifact? Read(FileSyntax file)
    {
        if (EnvFileName.Of(file.File.Path) is not { } name || file.File.Text.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var syntax = DotEnvParser.Parse(file.File);
        return IsDotEnv(syntax, name.IsCertain) && !IsScript(file.File.Text)
            ? new EnvFile(file.File)
            {
                Entries = syntax.Entries,
                CommentedOut = syntax.CommentedOut,
                Problems = syntax.Problems,
                IsTemplate = name.IsTemplate,
                Environment = name.Environment,
            }
            : null;
    }

    /// <summary>A shell takes it in with <c>source</c>, and nothing else could: it asks and branches.</summary>
    private static bool IsScript(string text) =>
        text.Contains("\nfi\n", StringComparison.Ordinal) || text.Contains("\ndone\n", StringComparison.Ordinal);

    // A script or document under such a name has many lines that are no statement.
    private static bool IsDotEnv(DotEnvSyntax syntax, bool nameIsCertain)
    {
        var faults = syntax.Problems.Count(problem => problem.Kind == ProblemKind.Syntax);
        var statements = syntax.Entries.Count(entry => entry.Value is not null);
        return nameIsCertain ? faults == 0 || statements >= faults : statements > 0 && statements >= 4 * faults;
    }
}
