using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Hcl;

/// <summary>A file of HCL: its body, and what is wrong with it.</summary>
internal sealed record HclFile(HclBody Body, IReadOnlyList<Problem> Problems);
