using SafeguardingTeams.App.Flows;

namespace SafeguardingTeams.App.Tests.Flows;

/// <summary>Which addresses may be called back, and which only look as if they might (F2).</summary>
public class CallbackAddressTests
{
    private static readonly FlowSetting Setting = new()
    {
        CallbackHosts = ["*.logic.azure.com", "*.api.powerplatform.com", "one.azure-apim.net"],
    };

    [Theory]
    [InlineData("https://prod-12.uksouth.logic.azure.com/workflows/1/triggers/manual/run?api-version=1&sig=a%2Bb")]
    [InlineData("https://prod-12.uksouth.logic.azure.com:443/workflows/1?sig=x")]
    [InlineData("https://PROD-12.UkSouth.Logic.Azure.com/x")]
    [InlineData("HTTPS://a.logic.azure.com")]
    [InlineData("https://a.b.c.api.powerplatform.com/?x=@y")]
    [InlineData("https://one.azure-apim.net/a//b/../c")]
    public void A_listed_host_may_be_called(string callback) => Assert.Null(CallbackAddress.Refuse(callback, Setting));

    [Theory]
    [InlineData("")]
    [InlineData("a.logic.azure.com/x")]
    [InlineData("//a.logic.azure.com/x")]
    [InlineData("http://a.logic.azure.com/x")]
    [InlineData("ftp://a.logic.azure.com/x")]
    [InlineData("https:a.logic.azure.com/x")]
    [InlineData("https:/a.logic.azure.com/x")]
    [InlineData("https:///a.logic.azure.com/x")]
    [InlineData("https:\\\\a.logic.azure.com/x")]
    [InlineData("https://a.logic.azure.com:8443/x")]
    [InlineData("https://a.logic.azure.com:80/x")]
    [InlineData("https://a.logic.azure.com:0443/x")]
    [InlineData("https://a.logic.azure.com:/x")]
    [InlineData("https://logic.azure.com/x")]
    [InlineData("https://.logic.azure.com/x")]
    [InlineData("https://two.azure-apim.net/x")]
    [InlineData("https://a.one.azure-apim.net/x")]
    [InlineData("https://xlogic.azure.com/x")]
    [InlineData("https://a.logic.azure.com.evil.example/x")]
    [InlineData("https://evil.example/a.logic.azure.com")]
    [InlineData("https://evil.example?a.logic.azure.com")]
    [InlineData("https://evil.example#a.logic.azure.com")]
    [InlineData("https://a.logic.azure.com#x")]
    [InlineData("https://a.logic.azure.com/x#y")]
    [InlineData("https://user@a.logic.azure.com/x")]
    [InlineData("https://a.logic.azure.com@evil.example/x")]
    [InlineData("https://evil.example\\@a.logic.azure.com/x")]
    [InlineData("https://evil.example\\.logic.azure.com/x")]
    [InlineData("https://evil.example%2f.logic.azure.com/x")]
    [InlineData("https://evil.example%23.logic.azure.com/x")]
    [InlineData("https://evil%2eexample.logic.azure.com/x")]
    [InlineData("https://a.logic.azure.com%00.evil.example/x")]
    [InlineData("https://a.logic.azure.com./x")]
    [InlineData("https://a..logic.azure.com/x")]
    [InlineData("https://-a.logic.azure.com/x")]
    [InlineData("https://xn--80ak6aa92e.logic.azure.com/x")]
    [InlineData("https://a.logic.\u0430zure.com/x")]
    [InlineData("https://a.logic.azure\u3002com/x")]
    [InlineData("https://\uff41.logic.azure.com/x")]
    [InlineData("https://a.logic.azure.com /x")]
    [InlineData(" https://a.logic.azure.com/x")]
    [InlineData("https://a.logic.azure.com/x\r\nHost: evil.example")]
    [InlineData("https://a.logic.azure.com\t.evil.example/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://2130706433/x")]
    [InlineData("https://0x7f.0.0.1/x")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://[::ffff:169.254.169.254]/x")]
    [InlineData("https://localhost/x")]
    [InlineData("http://127.0.0.1:5080/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/hosts")]
    public void Any_other_is_refused_and_the_reason_says_nothing_of_it(string callback)
    {
        var why = CallbackAddress.Refuse(callback, Setting);
        Assert.NotNull(why);
        Assert.DoesNotContain("evil", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_list_nothing_is_called_and_a_long_address_is_none()
    {
        Assert.NotNull(CallbackAddress.Refuse("https://a.logic.azure.com/x", new()));
        Assert.NotNull(CallbackAddress.Refuse($"https://a.logic.azure.com/{new string('x', 2048)}", Setting));
        Assert.NotNull(CallbackAddress.Refuse(null, Setting));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/x", true)]
    [InlineData("http://localhost:5080/x?y", true)]
    [InlineData("http://[::1]:5080/x", true)]
    [InlineData("http://a.logic.azure.com/x", false)]
    [InlineData("http://user@127.0.0.1:5080/x", false)]
    [InlineData("http://127.0.0.1.evil.example/x", false)]
    [InlineData("http://10.0.0.1/x", false)]
    [InlineData("http://2130706433/x", false)]
    [InlineData("http://0.0.0.0/x", false)]
    public void In_a_rehearsal_flows_of_this_machine_are_called_too(string callback, bool called) =>
        Assert.Equal(called, CallbackAddress.Refuse(callback, new() { CallbackHosts = ["*.logic.azure.com"], Loopback = true }) is null);

    [Theory]
    [InlineData("*.logic.azure.com", true)]
    [InlineData("one.azure-apim.net", true)]
    [InlineData("*.azure-apim.net", true)]
    [InlineData("*", false)]
    [InlineData("*.com", false)]
    [InlineData("*.*.azure.com", false)]
    [InlineData("*azure.com", false)]
    [InlineData("https://a.logic.azure.com", false)]
    [InlineData("A.logic.azure.com", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("localhost", false)]
    [InlineData("", false)]
    public void A_pattern_names_a_host_or_all_below_a_name(string pattern, bool right) =>
        Assert.Equal(right, CallbackAddress.IsPattern(pattern));
}
