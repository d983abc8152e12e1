using System.Formats.Tar;
using System.Text;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>Files of secrets as the archive that the engine unpacks into a container. It is in memory alone.</summary>
internal static class SecretArchive
{
    public static MemoryStream Of(IEnumerable<SecretFile> files)
    {
        MemoryStream archive = new();
        using (TarWriter writer = new(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using MemoryStream content = new(Encoding.UTF8.GetBytes(file.Value));
                writer.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, file.Path.TrimStart('/')) { Mode = file.Mode, DataStream = content }
                );
            }
        }

        archive.Position = 0;
        return archive;
    }
}
