using System.IO.Pipelines;

namespace Seaworthy.Deploying.Running.Hosts;

/// <summary>What something writes, for something else to read meanwhile. It ends when all was written; reading throws when writing failed, so that half never passes for the whole.</summary>
internal sealed class FilledStream : Stream
{
    private readonly Pipe pipe = new();
    private readonly Stream reader;
    private readonly Task filled;

    public FilledStream(Action<Stream> fill)
    {
        reader = pipe.Reader.AsStream();
        filled = Task.Run(() => Fill(fill))
            .ContinueWith(done => pipe.Writer.Complete(Failure(done.Exception?.InnerException)), TaskScheduler.Default);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => reader.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => reader.Read(buffer);

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Who writes is waited for, and writes to nobody.
            reader.Dispose();
            filled.Wait();
        }

        base.Dispose(disposing);
    }

    private void Fill(Action<Stream> fill)
    {
        using var writer = pipe.Writer.AsStream(leaveOpen: true);
        fill(writer);
    }

    private static DeployFailedException? Failure(Exception? exception) =>
        exception is null ? null : exception as DeployFailedException ?? new DeployFailedException(exception.Message, exception);
}
