using Seaworthy.Reading.Discovery;

namespace Seaworthy.Engine.Configuring;

/// <summary>The configuration of the nearest directory above an audited one, up to the top of its repository.</summary>
public static class SettingsAbove
{
    /// <summary>A directory's own configuration, or the nearest one above.</summary>
    /// <param name="own">Its own, which may be none.</param>
    /// <param name="directory">The audited directory.</param>
    /// <param name="revision">From which it is taken; null for the files on disk.</param>
    public static AuditSettings Nearest(AuditSettings own, string directory, string? revision)
    {
        ArgumentNullException.ThrowIfNull(own);
        return own.Path.Length > 0 ? own : Of(directory, revision) ?? own;
    }

    /// <summary>Null when none of them has one.</summary>
    /// <param name="directory">The audited directory, which has none of its own.</param>
    /// <param name="revision">From which it is taken; null for the files on disk.</param>
    public static AuditSettings? Of(string directory, string? revision)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        foreach (var above in RepositoryTop.Above(full))
        {
            if (revision is null && !RepositoryTop.HasFile(above, SettingsReading.Names))
            {
                continue;
            }

            var below = Path.GetRelativePath(above, full).Replace('\\', '/') + "/";
            if (In(above, revision, below) is { Path.Length: > 0 } settings)
            {
                return settings;
            }
        }

        return null;
    }

    private static AuditSettings In(string directory, string? revision, string below)
    {
        if (revision is null)
        {
            using DirectoryRepository onDisk = new(directory);
            return SettingsReading.In(onDisk, onDisk.List().Tree, below);
        }

        using GitRevisionRepository repository = new(directory, revision);
        return SettingsReading.In(repository, repository.List().Tree, below);
    }
}
