namespace Seaworthy.Model.Declared.Terraform;

/// <summary>What stands between the braces of a block, or in a whole file.</summary>
public sealed record HclBody(IReadOnlyList<HclAttribute> Attributes, IReadOnlyList<HclBlock> Blocks)
{
    public static HclBody Empty { get; } = new([], []);

    public HclAttribute? this[string name] => Attributes.FirstOrDefault(attribute => attribute.Name.Value == name);

    public IEnumerable<HclBlock> Of(string type) => Blocks.Where(block => block.Type.Value == type);
}
