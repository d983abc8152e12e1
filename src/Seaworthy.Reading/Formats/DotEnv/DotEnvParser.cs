using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.DotEnv;

/// <summary>
/// Dotenv text to entries. The readers in use differ; where they do, this takes the reading of compose, and of Node's and Python's dotenv where those two agree.
/// </summary>
/// <remarks>Sources: Docker documentation, "Set, use, and manage variables in a Compose file with interpolation", ".env file syntax"; dotenv and python-dotenv, README.</remarks>
internal static class DotEnvParser
{
    public static DotEnvSyntax Parse(SourceFile file) => new DotEnvScan(file).Run();
}
