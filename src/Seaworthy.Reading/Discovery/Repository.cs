using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>Where a repository's files come from: a directory, a git revision, or memory.</summary>
public abstract class Repository : IDisposable
{
    /// <summary>Files above this size are not read: what people write by hand is far smaller.</summary>
    public const long MaximumSize = 5_000_000;

    /// <summary>Every path, and what could not be found out.</summary>
    public abstract RepositoryListing List();

    /// <summary>The text of a file of the tree; symbolic links are followed inside the tree, never out of it.</summary>
    public FileText Read(RepositoryTree tree, RepositoryFile file)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(file);
        if ((file.IsSymbolicLink ? tree.Resolve(file.Path) : file) is not { IsReadable: true } actual)
        {
            return FileText.None;
        }

        if (actual.IsSpecial)
        {
            return FileText.Refused(
                DiagnosticKind.FileSpecial,
                "A pipe, a socket or a device is not read, and no clone can contain it.",
                file.Path
            );
        }

        if (actual.Size > MaximumSize)
        {
            return FileText.Refused(
                DiagnosticKind.FileTooLarge,
                $"The file has {actual.Size / 1_000_000.0:0.0} MB; up to 5 MB are read.",
                file.Path
            );
        }

        try
        {
            // A file without content needs no reading.
            var bytes = actual.Size == 0 ? [] : ReadBytes(actual);
            return TextDecoder.Decode(bytes) is { } text
                ? FileText.Of(text)
                : FileText.Refused(DiagnosticKind.FileBinary, "The content is binary.", file.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileText.Refused(DiagnosticKind.FileUnreadable, "The system refused access to the file.", file.Path);
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The content of a regular file that <see cref="List"/> named.</summary>
    protected abstract byte[] ReadBytes(RepositoryFile file);

    protected virtual void Dispose(bool disposing) { }
}
