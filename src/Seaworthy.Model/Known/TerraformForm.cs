namespace Seaworthy.Model.Known;

/// <summary>How an argument is written: <c>set { … }</c> or <c>set = …</c>.</summary>
public enum TerraformForm
{
    Any,
    Block,
    Attribute,
}
