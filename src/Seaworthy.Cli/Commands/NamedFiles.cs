using System.Text;
using Seaworthy.Cli.Output;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Importing;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Cli.Commands;

/// <summary>Files that the command line names. What is wrong with one is said on standard error.</summary>
internal static class NamedFiles
{
    private const long LargestSarif = 50_000_000;

    public static byte[]? Read(string file, long largest = Repository.MaximumSize)
    {
        try
        {
            if (File.Exists(file) || new FileInfo(file).LinkTarget is not null)
            {
                return RegularFile.Read(file, largest);
            }

            Console.Error.WriteLine($"seaworthy: there is no file '{file}'.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"seaworthy: cannot read '{file}': {exception.Message.TrimEnd('.')}.");
        }

        return null;
    }

    /// <summary>Standard input, or null when it is larger than that: the reason is then on standard error.</summary>
    public static byte[]? ReadInput(long largest)
    {
        using var input = Console.OpenStandardInput();
        using MemoryStream read = new();
        var part = new byte[1 << 16];
        for (var count = input.Read(part); count > 0; count = input.Read(part))
        {
            read.Write(part, 0, count);
            if (read.Length > largest)
            {
                Console.Error.WriteLine($"seaworthy: standard input is larger than {largest} bytes.");
                return null;
            }
        }

        return read.ToArray();
    }

    /// <param name="file">The baseline.</param>
    /// <param name="source">Whose word holds: one that lies in the audited tree is then taken from there.</param>
    public static Baseline? ReadBaseline(string file, SettingsSource? source = null)
    {
        if (source is { Trusted: { } trusted } && source.PathInTree(file) is { } path)
        {
            return ReadBaseline(file, trusted, path);
        }

        if (source is { Trusted: { } other } && source.IsBesideTree(file))
        {
            Console.Error.WriteLine(
                $"seaworthy: '{file}' lies in the repository beside the audited directory, where the word of {other.Name} does not reach: audit the directory that holds both."
            );
            return null;
        }

        return Read(file) is { } bytes ? ReadBaseline(file, bytes) : null;
    }

    private static Baseline? ReadBaseline(string file, TrustedTree trusted, string path)
    {
        if (trusted.TextOf(path) is { } text)
        {
            return ReadBaseline(file, Encoding.UTF8.GetBytes(text));
        }

        Console.Error.WriteLine($"seaworthy: cannot read '{file}': {trusted.Name} has no such file.");
        return null;
    }

    private static Baseline? ReadBaseline(string file, byte[] bytes)
    {
        if (BaselineFile.Read(Name(file), bytes, out var fault) is { } baseline)
        {
            return baseline;
        }

        Console.Error.WriteLine($"seaworthy: '{file}' cannot be used: {fault}.");
        return null;
    }

    /// <summary>What another tool found, or null when the file cannot be used.</summary>
    public static ImportedLog? ReadSarif(string file)
    {
        if (Read(file, LargestSarif) is not { } bytes)
        {
            return null;
        }

        if (SarifImport.Read(Name(file), bytes, out var fault) is { } log)
        {
            return log;
        }

        Console.Error.WriteLine($"seaworthy: '{file}' cannot be imported: {fault}.");
        return null;
    }

    /// <summary>Writes beside the file first, so that what was there stays whole when writing fails.</summary>
    public static bool Write(string file, Baseline baseline)
    {
        try
        {
            WholeFile.Write(file, stream => BaselineFile.Write(baseline, stream));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"seaworthy: cannot write '{file}': {exception.Message}");
            return false;
        }
    }

    /// <summary>How reports name it: the path of one machine is nothing to another.</summary>
    public static string Name(string file) => (Path.IsPathRooted(file) ? Path.GetFileName(file) : file).Replace('\\', '/');
}
