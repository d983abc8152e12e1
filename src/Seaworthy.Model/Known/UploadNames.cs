namespace Seaworthy.Model.Known;

/// <summary>What programs call the directories and settings for files that people send.</summary>
public static class UploadNames
{
    private static readonly string[] Directories =
    [
        "uploads",
        "upload",
        "attachments",
        "avatars",
        "media",
        "user_uploads",
        "uploaded_docs",
        "uploaded_files",
    ];

    private static readonly string[] Settings =
    [
        "UPLOAD_DIR",
        "UPLOADS_DIR",
        "UPLOAD_DIRECTORY",
        "UPLOAD_FOLDER",
        "UPLOADS_FOLDER",
        "UPLOAD_PATH",
        "UPLOADS_PATH",
        "MEDIA_DIR",
        "MEDIA_PATH",
        "MEDIA_ROOT",
    ];

    /// <summary>The name of a variable or constant that holds such a directory.</summary>
    public static bool IsSetting(string name) => Settings.Contains(name);

    /// <summary>The outermost directory of that name that a path is or is in: <c>/app/uploads</c> of <c>/app/uploads/photos/1.png</c>; null for another path.</summary>
    public static string? In(string path)
    {
        var parts = path.TrimEnd('/').Split('/');
        var first = Array.FindIndex(parts, part => Directories.Contains(part));
        return first < 0 || parts is ["", "tmp", ..] ? null : string.Join('/', parts[..(first + 1)]);
    }
}
