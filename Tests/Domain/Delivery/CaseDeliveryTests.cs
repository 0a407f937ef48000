using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Tests.Domain.Cases;

namespace CovidSchoolReporting.Tests.Domain.Delivery;

public sealed class CaseDeliveryTests
{
    private static readonly DateTime _later = Entities.Now.AddMinutes(1);

    [Fact]
    public void Deliver_Pending_IsDeliveredOnce()
    {
        var delivery = Prepared();

        delivery.Deliver();

        Assert.Equal((DeliveryState.Delivered, 1, 1), (delivery.State, delivery.Attempts, delivery.Version));
        Assert.Throws<InvalidOperationException>(delivery.Deliver);
        Assert.Throws<InvalidOperationException>(() => delivery.Fail("HTTP 500", _later));
        Assert.Equal((DeliveryState.Delivered, 1, 1), (delivery.State, delivery.Attempts, delivery.Version));
    }

    [Fact]
    public void Fail_WithAnotherTry_StaysPending()
    {
        var delivery = Prepared();

        delivery.Fail("HTTP 503", _later);

        Assert.Equal((DeliveryState.Pending, 1, "HTTP 503", _later), (delivery.State, delivery.Attempts, delivery.LastFailure, delivery.NextAttemptAt));
    }

    [Fact]
    public void Deliver_AfterFailures_CountsEveryTryAndForgetsTheFailure()
    {
        var delivery = Prepared();
        delivery.Fail("HTTP 503", _later);
        delivery.Fail("HTTP 503", _later);

        delivery.Deliver();

        Assert.Equal((DeliveryState.Delivered, 3, 3), (delivery.State, delivery.Attempts, delivery.Version));
        Assert.Null(delivery.LastFailure);
    }

    [Fact]
    public void Fail_WithoutAnotherTry_IsDeadForGood()
    {
        var delivery = Prepared();

        delivery.Fail("HTTP 422", retryAt: null);

        Assert.Equal((DeliveryState.Dead, "HTTP 422"), (delivery.State, delivery.LastFailure));
        Assert.Null(delivery.NextAttemptAt);
        Assert.Throws<InvalidOperationException>(delivery.Deliver);
    }

    [Fact]
    public void Retry_GivenUp_BeginsAgainWithAllItsTries()
    {
        var delivery = Prepared();
        var key = delivery.Key;
        delivery.Fail("HTTP 503", _later);
        delivery.Fail("HTTP 422", retryAt: null);

        delivery.Retry();

        Assert.Equal((DeliveryState.Pending, 0, key, 3), (delivery.State, delivery.Attempts, delivery.Key, delivery.Version));
        Assert.Null(delivery.NextAttemptAt);
        Assert.Throws<InvalidOperationException>(delivery.Retry);
        delivery.Deliver();
        Assert.Throws<InvalidOperationException>(delivery.Retry);
    }

    [Theory]
    [InlineData(CaseDelivery.FailureMaxLength)]
    [InlineData(CaseDelivery.FailureMaxLength + 1)]
    public void Fail_LongFailure_IsCutToTheColumn(int length)
    {
        var delivery = Prepared();

        delivery.Fail(new string('x', length), _later);

        Assert.Equal(CaseDelivery.FailureMaxLength, delivery.LastFailure!.Length);
    }

    [Fact]
    public void Number_OfAProtocol_HasYearAndSevenDigits() => Assert.Equal("2020/0000042", Receipt.Number(2020, 42));

    private static CaseDelivery Prepared()
    {
        var closed = Entities.OpenCase();
        closed.CloseAndSend(Entities.Referent, "Assente da giorni", Entities.Now);
        return closed.Delivery!;
    }
}
