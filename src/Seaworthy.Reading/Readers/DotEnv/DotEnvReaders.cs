namespace Seaworthy.Reading.Readers.DotEnv;

/// <summary>The readers of dotenv files and their templates.</summary>
internal static class DotEnvReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new EnvFileReader()];
}
