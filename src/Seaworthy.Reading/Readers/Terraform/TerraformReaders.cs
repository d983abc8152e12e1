namespace Seaworthy.Reading.Readers.Terraform;

/// <summary>Readers of infrastructure that is written as code.</summary>
internal static class TerraformReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new TerraformReader(), new TerraformLockReader(), new EcsTaskReader()];
}
