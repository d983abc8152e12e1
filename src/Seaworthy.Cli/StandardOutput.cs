using System.Text;

namespace Seaworthy.Cli;

/// <summary>What the program prints. A full disk or a closed descriptor behind it is remembered, so that it is not taken for a fault of the audit.</summary>
internal static class StandardOutput
{
    /// <summary>Why it could not be written; null while it could.</summary>
    public static string? Failure { get; private set; }

#pragma warning disable CA2000 // The caller disposes of the stream; what prints for as long as the program runs is disposed of by its end.
    public static Stream Open()
    {
        try
        {
            return new WatchedStream(Console.OpenStandardOutput());
        }
        catch (IOException exception)
        {
            Failure = exception.Message.TrimEnd('.');
            throw;
        }
    }

    /// <summary>Lets <see cref="Console.Out"/> go through the same stream.</summary>
    public static void Watch() =>
        Console.SetOut(new StreamWriter(Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
#pragma warning restore CA2000

    /// <summary>Writes a document of JSON, and ends its last line.</summary>
    public static void WriteJson(Action<Stream> write)
    {
        using var output = Open();
        write(output);
        output.Write("\n"u8);
    }

    private sealed class WatchedStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

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

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
