using System.Text;
using Seaworthy.Cli.Output;

namespace Seaworthy.Cli;

/// <summary>What the program prints. A full disk or a closed descriptor behind it is remembered, so that it is not taken for a fault of the audit.</summary>
internal static class StandardOutput
{
    private static readonly Lock OfJson = new();

    /// <summary>Why it could not be written; null while it could.</summary>
    public static string? Failure { get; private set; }

    public static Stream Open(OutputForm form)
    {
        try
        {
            return new InertStream(new WatchedStream(Console.OpenStandardOutput()), form);
        }
        catch (IOException exception)
        {
            Failure = exception.Message.TrimEnd('.');
            throw;
        }
    }

    /// <summary>Lets <see cref="Console.Out"/> go through the same stream, and what is said on standard error through one as inert.</summary>
    public static void Watch()
    {
        // Windows terminals default to another encoding; reports hold arrows and quotations of any language.
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        Console.SetOut(Writer(Open(OutputForm.Text)));
        Console.SetError(new ComplaintWriter(new InertStream(Console.OpenStandardError(), OutputForm.Text)));
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };

    /// <summary>Writes a document of JSON, and ends its last line.</summary>
    public static void WriteJson(Action<Stream> write)
    {
        // Several hosts may be deployed at once.
        lock (OfJson)
        {
            using var output = Open(OutputForm.Json);
            write(output);
            output.Write("\n"u8);
        }
    }

    private sealed class WatchedStream(Stream inner) : WritingStream(inner)
    {
        private readonly Stream inner = inner;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            try
            {
                inner.Write(buffer);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Failure = exception.Message.TrimEnd('.');
                throw;
            }
        }
    }
}
