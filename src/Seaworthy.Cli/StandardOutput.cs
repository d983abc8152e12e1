namespace Seaworthy.Cli;

/// <summary>Documents on standard output.</summary>
internal static class StandardOutput
{
    /// <summary>Writes a document of JSON, and ends its last line.</summary>
    public static void WriteJson(Action<Stream> write)
    {
        using var output = Console.OpenStandardOutput();
        write(output);
        output.Write("\n"u8);
    }
}
